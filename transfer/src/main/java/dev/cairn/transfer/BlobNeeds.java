package dev.cairn.transfer;

import dev.cairn.codec.schema.Schema;
import dev.cairn.datastore.Address;
import dev.cairn.runtime.values.ItemIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What blobs need to be read, as {@code docs/format.md} and {@link ItemIndex} say. */
final class BlobNeeds {
    /** So many bytes at its beginning tell what a blob needs. */
    static final int BEGINNING = 64;

    private static final byte[] ARTIFACT = {(byte) 0xca, 0x1b, 1};
    private static final int ARTIFACT_SCHEMA_AT = 4;
    private static final int INDEX_SCHEMA_AT = 6;
    private static final List<String> OPAQUE = List.of("\nopaque-kryo ", "\nopaque-java ");

    private BlobNeeds() {}

    /** The schema of a value; empty if these are not the bytes of a value. */
    static Optional<Address> schemaOfValue(byte[] beginning) {
        return beginning.length >= ARTIFACT.length && Arrays.equals(ARTIFACT, 0, 3, beginning, 0, 3)
                ? address(beginning, ARTIFACT_SCHEMA_AT)
                : Optional.empty();
    }

    /** The schema of the elements of a foreach; empty if they are numbers, of which none is stored. */
    static Optional<Address> schemaOfItems(byte[] beginning) {
        return beginning.length > 1 && beginning[1] == 0 ? address(beginning, INDEX_SCHEMA_AT) : Optional.empty();
    }

    private static Optional<Address> address(byte[] bytes, int at) {
        return bytes.length >= at + Address.LENGTH
                ? Optional.of(Address.ofBytes(Arrays.copyOfRange(bytes, at, at + Address.LENGTH)))
                : Optional.empty();
    }

    /**
     * The blobs in which the elements of a foreach lie; none if they are in {@code items} itself.
     *
     * @throws BadExportException if these are not the elements of a foreach
     */
    static List<Address> segments(byte[] items) {
        try {
            return ItemIndex.segments(items);
        } catch (IllegalArgumentException e) {
            throw new BadExportException(String.valueOf(e.getMessage()));
        }
    }

    static boolean isSchema(byte[] beginning) {
        return Schema.isBeginning(beginning);
    }

    /** Whether reading a value of this schema runs code that the value chooses. A name has no line feed, so that a line is one. */
    static boolean isOpaque(byte[] schema) {
        String text = new String(schema, StandardCharsets.UTF_8);
        return OPAQUE.stream().anyMatch(text::contains);
    }
}
