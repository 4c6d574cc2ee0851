export { backupSqliteStore, restoreSqliteStore } from './backup.ts'
export { openSqliteStore } from './open.ts'
