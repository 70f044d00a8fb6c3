// The drawings of a picture password, one file each, and a hue each: never the hue alone, all have their name below.
import type { TablerIcon } from '@tabler/icons-react'
import IconApple from '@tabler/icons-react/dist/esm/icons/IconApple.mjs'
import IconBalloon from '@tabler/icons-react/dist/esm/icons/IconBalloon.mjs'
import IconBike from '@tabler/icons-react/dist/esm/icons/IconBike.mjs'
import IconBuildingCastle from '@tabler/icons-react/dist/esm/icons/IconBuildingCastle.mjs'
import IconButterfly from '@tabler/icons-react/dist/esm/icons/IconButterfly.mjs'
import IconCake from '@tabler/icons-react/dist/esm/icons/IconCake.mjs'
import IconCarrot from '@tabler/icons-react/dist/esm/icons/IconCarrot.mjs'
import IconCat from '@tabler/icons-react/dist/esm/icons/IconCat.mjs'
import IconCherry from '@tabler/icons-react/dist/esm/icons/IconCherry.mjs'
import IconCloud from '@tabler/icons-react/dist/esm/icons/IconCloud.mjs'
import IconDog from '@tabler/icons-react/dist/esm/icons/IconDog.mjs'
import IconFish from '@tabler/icons-react/dist/esm/icons/IconFish.mjs'
import IconHeart from '@tabler/icons-react/dist/esm/icons/IconHeart.mjs'
import IconHelicopter from '@tabler/icons-react/dist/esm/icons/IconHelicopter.mjs'
import IconHorse from '@tabler/icons-react/dist/esm/icons/IconHorse.mjs'
import IconIceCream from '@tabler/icons-react/dist/esm/icons/IconIceCream.mjs'
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs'
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs'
import IconPizza from '@tabler/icons-react/dist/esm/icons/IconPizza.mjs'
import IconRainbow from '@tabler/icons-react/dist/esm/icons/IconRainbow.mjs'
import IconRobot from '@tabler/icons-react/dist/esm/icons/IconRobot.mjs'
import IconRocket from '@tabler/icons-react/dist/esm/icons/IconRocket.mjs'
import IconSailboat from '@tabler/icons-react/dist/esm/icons/IconSailboat.mjs'
import IconSnowman from '@tabler/icons-react/dist/esm/icons/IconSnowman.mjs'
import IconSpider from '@tabler/icons-react/dist/esm/icons/IconSpider.mjs'
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs'
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs'
import IconTractor from '@tabler/icons-react/dist/esm/icons/IconTractor.mjs'
import IconTrain from '@tabler/icons-react/dist/esm/icons/IconTrain.mjs'
import IconUmbrella from '@tabler/icons-react/dist/esm/icons/IconUmbrella.mjs'
import type { Picture } from '#features/accounts/accounts.schema.ts'

type Drawing = { Icon: TablerIcon; hue: 'red' | 'pink' | 'grape' | 'violet' | 'indigo' | 'blue' | 'cyan' | 'teal' | 'green' | 'orange' | 'coral' | 'sea' }

export const DRAWINGS: Record<Picture, Drawing> = {
  cat: { Icon: IconCat, hue: 'orange' },
  dog: { Icon: IconDog, hue: 'coral' },
  fish: { Icon: IconFish, hue: 'blue' },
  butterfly: { Icon: IconButterfly, hue: 'grape' },
  horse: { Icon: IconHorse, hue: 'sea' },
  spider: { Icon: IconSpider, hue: 'violet' },
  sun: { Icon: IconSun, hue: 'orange' },
  moon: { Icon: IconMoon, hue: 'indigo' },
  star: { Icon: IconStar, hue: 'pink' },
  cloud: { Icon: IconCloud, hue: 'cyan' },
  rainbow: { Icon: IconRainbow, hue: 'green' },
  snowman: { Icon: IconSnowman, hue: 'blue' },
  apple: { Icon: IconApple, hue: 'red' },
  cherry: { Icon: IconCherry, hue: 'pink' },
  carrot: { Icon: IconCarrot, hue: 'orange' },
  pizza: { Icon: IconPizza, hue: 'coral' },
  cake: { Icon: IconCake, hue: 'violet' },
  'ice-cream': { Icon: IconIceCream, hue: 'teal' },
  rocket: { Icon: IconRocket, hue: 'red' },
  bike: { Icon: IconBike, hue: 'green' },
  train: { Icon: IconTrain, hue: 'indigo' },
  sailboat: { Icon: IconSailboat, hue: 'sea' },
  helicopter: { Icon: IconHelicopter, hue: 'teal' },
  tractor: { Icon: IconTractor, hue: 'green' },
  castle: { Icon: IconBuildingCastle, hue: 'grape' },
  key: { Icon: IconKey, hue: 'coral' },
  umbrella: { Icon: IconUmbrella, hue: 'violet' },
  balloon: { Icon: IconBalloon, hue: 'red' },
  robot: { Icon: IconRobot, hue: 'cyan' },
  heart: { Icon: IconHeart, hue: 'pink' },
}
