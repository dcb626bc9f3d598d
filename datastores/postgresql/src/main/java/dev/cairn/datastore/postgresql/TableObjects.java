package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.Session.Column;
import dev.cairn.datastore.postgresql.object.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** Objects in pieces, in the table {@code part}. Thread-safe. */
final class TableObjects implements ObjectStore {
    /** The largest object in bytes: more belongs into a bucket, where it costs less and is in nobody's way. */
    static final long LARGEST = 256L << 20;

    private static final int PIECE = 1 << 20;

    private final Database database;

    TableObjects(Database database) {
        this.database = database;
    }

    @Override
    public Upload upload() {
        return new TableUpload();
    }

    /** Collects a piece, then stores it. */
    private final class TableUpload implements Upload {
        private final String key = UUID.randomUUID().toString();
        private final byte[] piece = new byte[PIECE];
        private int length;
        private int pieces;

        @Override
        public void write(byte[] bytes, int offset, int count) {
            for (int from = offset; from < offset + count; ) {
                int part = Math.min(PIECE - length, offset + count - from);
                System.arraycopy(bytes, from, piece, length, part);
                length += part;
                from += part;
                if (length == PIECE) {
                    store();
                }
            }
        }

        private void store() {
            if ((long) pieces * PIECE + length > LARGEST) {
                throw new DatastoreException(
                        "a value of more than " + (LARGEST >> 20)
                                + " MB cannot be stored in the database of `"
                                + database.url().text()
                                + "`. Give large values a bucket, in a new datastore: add `blobs=s3://bucket/prefix` to the URL.");
            }
            byte[] bytes = Arrays.copyOf(piece, length);
            int number = pieces;
            database.write(session -> session.update(
                    "INSERT INTO part (place, number, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    key,
                    number,
                    bytes));
            pieces++;
            length = 0;
        }

        @Override
        public String finish() {
            if (length > 0) {
                store();
            }
            return key;
        }

        @Override
        public void abandon() {
            try {
                delete(List.of(key));
            } catch (DatastoreException e) {
                // a sweep will find it
            }
        }
    }

    @Override
    public Optional<Content> open(String key) {
        OptionalLong size = size(key);
        return size.isPresent()
                ? Optional.of(new Content(new SequenceInputStream(new Pieces(key)), size.getAsLong()))
                : Optional.empty();
    }

    /** Reads a piece when it is asked for, so that one at a time is in memory. */
    private final class Pieces implements Enumeration<InputStream> {
        private final String key;
        private int next;
        private Optional<byte[]> piece = Optional.empty();
        private boolean ended;

        Pieces(String key) {
            this.key = key;
        }

        @Override
        public boolean hasMoreElements() {
            if (piece.isEmpty() && !ended) {
                piece = database.read(session -> session.first(
                        "SELECT bytes FROM part WHERE place = ? AND number = ?", row -> row.getBytes(1), key, next));
                ended = piece.isEmpty();
                next++;
            }
            return !ended;
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            byte[] bytes = piece.orElseThrow();
            piece = Optional.empty();
            return new ByteArrayInputStream(bytes);
        }
    }

    @Override
    public OptionalLong size(String key) {
        long size = database.read(
                session -> session.number("SELECT coalesce(sum(length(bytes)), -1) FROM part WHERE place = ?", key));
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    @Override
    public void delete(Collection<String> keys) {
        database.write(
                session -> session.update("DELETE FROM part WHERE place = ANY(?)", Column.ofTexts(List.copyOf(keys))));
    }

    @Override
    public void listOlderThan(Instant time, Consumer<Collection<String>> found) {
        String last = "";
        while (true) {
            String after = last;
            List<String> page = database.read(session -> session.list(
                    "SELECT place FROM part WHERE place > ? GROUP BY place"
                            + " HAVING max(stored) < to_timestamp(?::double precision) ORDER BY place LIMIT 500",
                    row -> row.getString(1),
                    after,
                    time.getEpochSecond()));
            if (page.isEmpty()) {
                return;
            }
            found.accept(page);
            last = page.get(page.size() - 1);
        }
    }

    /** The connections belong to the datastore. */
    @Override
    public void close() {}
}
