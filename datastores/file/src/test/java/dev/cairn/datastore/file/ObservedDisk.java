package dev.cairn.datastore.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/** A disk that asks somebody about each operation. As thread-safe as that is. */
final class ObservedDisk implements Disk {
    private final Disk disk;
    private final Observer observer;

    ObservedDisk(Observer observer) {
        this(Disk.standard(), observer);
    }

    ObservedDisk(Disk disk, Observer observer) {
        this.disk = disk;
        this.observer = observer;
    }

    /** Does what it likes, and usually the operation. */
    @FunctionalInterface
    interface Observer {
        void observe(Operation operation, Action action) throws IOException, SQLException;
    }

    /** An operation, to be done. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException, SQLException;
    }

    private void observe(Operation operation, Action action) throws IOException {
        try {
            observer.observe(operation, action);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        observe(new Operation.CreateDirectory(directory), () -> disk.createDirectory(directory));
    }

    @Override
    public void createFile(Path file) throws IOException {
        observe(new Operation.CreateFile(file), () -> disk.createFile(file));
    }

    @Override
    public WritableFile open(Path path) throws IOException {
        return new ObservedFile(path, disk.open(path));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        observe(new Operation.Move(from, to), () -> disk.move(from, to));
    }

    @Override
    public boolean delete(Path file) throws IOException {
        boolean[] deleted = new boolean[1];
        observe(new Operation.Delete(file), () -> deleted[0] = disk.delete(file));
        return deleted[0];
    }

    @Override
    public void forceNames(Path directory) throws IOException {
        observe(new Operation.ForceNames(directory), () -> disk.forceNames(directory));
    }

    @Override
    public void change(Session session, Path database, DatabaseChange change) throws SQLException {
        try {
            observer.observe(new Operation.Change(database, session), () -> disk.change(session, database, change));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private final class ObservedFile implements WritableFile {
        private final Path path;
        private final WritableFile file;

        ObservedFile(Path path, WritableFile file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public void write(long position, byte[] bytes, int offset, int length) throws IOException {
            observe(
                    new Operation.Write(path, position, Arrays.copyOfRange(bytes, offset, offset + length)),
                    () -> file.write(position, bytes, offset, length));
        }

        @Override
        public void force() throws IOException {
            observe(new Operation.Force(path), file::force);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
