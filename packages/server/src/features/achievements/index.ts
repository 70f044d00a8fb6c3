// Owns badges (Achievements): drafts, immutable versions, images and the designer that draws them.
// Announces nothing.
// Standard: Open Badges 3.0 Achievement.
export { type AchievementContent, type AchievementType, type DraftContent, inLanguage } from './achievement.schema.ts'
export { archiveAchievement, unarchiveAchievement } from './archive-achievement.ts'
export { achievementUrl, buildObAchievement, versionUrl } from './build-ob-achievement.ts'
export { type CreateAchievementInput, createAchievement } from './create-achievement.ts'
export { type AchievementDetails, getAchievement } from './get-achievement.ts'
export { type AchievementVersion, getVersion, listVersions } from './get-version.ts'
export { type PngSize, renderPng } from './images/render-png.ts'
export { type AchievementCard, listAchievements } from './list-achievements.ts'
export { listNewest, type NewestAchievement } from './list-newest.ts'
export { listPublished, type PublishedAchievement } from './list-published.ts'
export { publishVersion } from './publish-version.ts'
export { type BadgeImage, readImage } from './read-image.ts'
export { renderMarkdown } from './render-markdown.ts'
export { type SaveDraftInput, saveDraft } from './save-draft.ts'
export { startNewVersion } from './start-new-version.ts'
export { type ImageInput, storeImage } from './store-image.ts'
