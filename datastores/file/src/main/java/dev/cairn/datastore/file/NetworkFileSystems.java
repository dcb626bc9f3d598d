package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Knows the file systems that machines share. SQLite's log needs memory that all processes share, which processes on two machines do not
 * have, and locks that some of these file systems only pretend to have: see "Write-Ahead Logging" and "How To Corrupt An SQLite Database
 * File" of its documentation.
 */
final class NetworkFileSystems {
    /** As {@link java.nio.file.FileStore#type} calls them. */
    private static final Set<String> TYPES = Set.of(
            "afs",
            "ceph",
            "cifs",
            "fuse.ceph",
            "fuse.gcsfuse",
            "fuse.glusterfs",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.sshfs",
            "glusterfs",
            "ncpfs",
            "nfs",
            "nfs4",
            "smb2",
            "smb3",
            "smbfs");

    private NetworkFileSystems() {}

    /** @throws DatastoreException if a directory is on one of them */
    static void refuse(Path directory) throws IOException {
        refuse(directory, Files.getFileStore(directory).type());
    }

    static void refuse(Path directory, String type) {
        if (TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            throw new DatastoreException("`" + directory + "` is on a network file system (" + type
                    + "), where two machines could damage the datastore without noticing each other. Name a directory on a"
                    + " local disk; `backup` copies a datastore to other places.");
        }
    }
}
