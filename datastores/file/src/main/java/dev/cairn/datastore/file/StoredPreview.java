package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.support.RecordWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The column {@code preview} of the table {@code blob}: a CRC-32C of the address and the text, in four bytes, and the text in UTF-8. One
 * that is not what was written is no preview: nobody may take it for the beginning of the blob.
 */
final class StoredPreview {
    private StoredPreview() {}

    static byte @Nullable [] write(Address address, @Nullable String preview) {
        if (preview == null) {
            return null;
        }
        byte[] text = preview.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(checksum(address, text))
                .put(text)
                .array();
    }

    static @Nullable String read(Address address, byte @Nullable [] stored) {
        if (stored == null || stored.length < Integer.BYTES) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        int checksum = buffer.getInt();
        byte[] text = new byte[buffer.remaining()];
        buffer.get(text);
        return checksum == checksum(address, text) ? new String(text, StandardCharsets.UTF_8) : null;
    }

    private static int checksum(Address address, byte[] text) {
        RecordWriter writer = new RecordWriter();
        writer.address(address);
        writer.bytes(text);
        return (int) writer.checksum();
    }
}
