package dev.cairn.datastore.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** Changes files as the platform does it. */
final class PlatformDisk implements Disk {
    static final Disk INSTANCE = new PlatformDisk();

    /** Windows makes names durable itself, and cannot open directories. */
    private static final boolean FORCES_NAMES =
            !System.getProperty("os.name", "").startsWith("Windows");

    private PlatformDisk() {}

    @Override
    public void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, ownerOnly(directory, "rwx------"));
    }

    @Override
    public void createFile(Path file) throws IOException {
        Files.createFile(file, ownerOnly(file, "rw-------"));
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String rights) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }

    @Override
    public WritableFile open(Path file) throws IOException {
        return new PlatformFile(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean delete(Path file) throws IOException {
        return Files.deleteIfExists(file);
    }

    @Override
    public void forceNames(Path directory) throws IOException {
        if (FORCES_NAMES) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void change(Session session, Path database, DatabaseChange change) throws SQLException {
        change.make();
    }

    private static final class PlatformFile implements WritableFile {
        private final RandomAccessFile file;
        private long position;

        PlatformFile(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public void write(long at, byte[] bytes, int offset, int length) throws IOException {
            if (at != position) {
                file.seek(at);
                position = at;
            }
            file.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
