#!/usr/bin/env node
import { run } from './boat.ts'
import { makeIo } from './io.ts'

process.exitCode = await run(process.argv.slice(2), makeIo())
