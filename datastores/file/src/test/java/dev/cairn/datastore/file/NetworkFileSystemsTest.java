package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.DatastoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFileSystemsTest {
    @ParameterizedTest
    @ValueSource(strings = {"nfs4", "nfs", "CIFS", "smb3", "fuse.sshfs"})
    void whatMachinesShareIsRefused(String type) {
        assertThatThrownBy(() -> NetworkFileSystems.refuse(Path.of("/home/ada/.cairn"), type))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("`/home/ada/.cairn` is on a network file system (" + type
                        + "), where two machines could damage the datastore without noticing each other. Name a directory on a"
                        + " local disk; `backup` copies a datastore to other places.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "apfs", "NTFS", "tmpfs", "overlay", "zfs", "9p", "virtiofs", ""})
    void localDisksAreNot(String type) {
        assertThatCode(() -> NetworkFileSystems.refuse(Path.of("/home/ada/.cairn"), type))
                .doesNotThrowAnyException();
    }

    @Test
    void thisOneIsNot(@TempDir Path directory) {
        assertThatCode(() -> NetworkFileSystems.refuse(directory)).doesNotThrowAnyException();
    }
}
