backup-trouble = 💾 { $why ->
    [folder] No backup of the journal was made: the folder for copies cannot be reached. Please see whether its disk is connected and may be written to.
    [space] No backup of the journal was made: the disk is full. Free some room, or keep fewer copies.
    [database] No backup of the journal was made: the database could not be read. Whoever runs the server finds the reason with the command check.
    [tool] The newest backup of the journal was not made or not proved: PostgreSQL's programs failed. For whoever runs the server: pg_dump and pg_restore of the server's version are needed.
    [key] One of the copies of the journal was encrypted with another key, and this one does not open it. Find the earlier BACKUP_KEY, and keep it as long as that copy is wanted.
    [damaged] The newest backup of the journal is damaged. Please look at the disk that copies are kept on.
    [unrestored] The newest backup of the journal was made and read to its end, but there is nowhere to restore it for proof. For whoever runs the server: give the database's user CREATEDB.
   *[differs] Restored for proof, the newest backup is not the same as the journal. For whoever runs the server: make a copy by hand with the command backup.
} Earlier copies were left alone.
