import { Button, Stack, Text } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconCameraOff, IconQrcode } from './icons.ts'
import classes from './qr-scanner.module.css'

type State = 'idle' | 'looking' | 'found' | 'denied' | 'unavailable'
type Read = (video: HTMLVideoElement) => Promise<string | undefined>

const MILLISECONDS_BETWEEN_LOOKS = 180
const LARGEST_SIDE = 800

/** Reads a QR code with the camera, on the device. Shown only where there is a camera interface. */
export function QrScanner({ onFound }: { onFound: (text: string) => void }) {
  const { t } = useTranslation('web')
  const [hasCamera, setHasCamera] = useState(false)
  const [state, setState] = useState<State>('idle')
  const video = useRef<HTMLVideoElement>(null)
  const stream = useRef<MediaStream>(undefined)
  useEffect(() => setHasCamera(typeof navigator.mediaDevices?.getUserMedia === 'function'), [])

  const release = useCallback(() => {
    for (const track of stream.current?.getTracks() ?? []) track.stop()
    stream.current = undefined
  }, [])
  useEffect(() => release, [release])

  const start = async () => {
    setState('looking')
    try {
      stream.current = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
      video.current!.srcObject = stream.current
      await video.current!.play()
      const text = await look(video.current!, await chooseReader(), () => stream.current !== undefined)
      release()
      setState(text ? 'found' : 'idle')
      if (text) onFound(text)
    } catch (error) {
      release()
      setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'unavailable')
    }
  }
  const stop = () => {
    release()
    setState('idle')
  }

  if (!hasCamera) return null
  return (
    <Stack gap="xs">
      {state === 'looking' ? (
        <>
          <video ref={video} className={classes.video} playsInline muted aria-label={t('scan.title')} />
          <Button type="button" variant="default" leftSection={<IconCameraOff size={20} aria-hidden />} onClick={stop}>
            {t('scan.stop')}
          </Button>
        </>
      ) : (
        <Button type="button" variant="default" leftSection={<IconQrcode size={20} aria-hidden />} onClick={start}>
          {t('scan.start')}
        </Button>
      )}
      <Text size="sm" role="status" c={state === 'denied' || state === 'unavailable' ? 'var(--boat-accent)' : 'dimmed'}>
        {state === 'idle' ? '' : t(`scan.${state}`)}
      </Text>
    </Stack>
  )
}

/** Looks until there is a code, or until the camera is stopped. */
async function look(video: HTMLVideoElement, read: Read, isOn: () => boolean): Promise<string | undefined> {
  while (isOn()) {
    const text = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await read(video) : undefined
    if (text) return text
    await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_BETWEEN_LOOKS))
  }
  return undefined
}

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }

/** The browser's own reader where it has one; else one in JavaScript, fetched only now. */
async function chooseReader(): Promise<Read> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  if (BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue
  }
  const { default: readQr } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const pixels = canvas.getContext('2d', { willReadFrequently: true })!
  return async (video) => {
    const scale = Math.min(1, LARGEST_SIDE / Math.max(video.videoWidth, video.videoHeight))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    pixels.drawImage(video, 0, 0, canvas.width, canvas.height)
    const { data, width, height } = pixels.getImageData(0, 0, canvas.width, canvas.height)
    return readQr(data, width, height)?.data
  }
}
