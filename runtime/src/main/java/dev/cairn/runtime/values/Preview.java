package dev.cairn.runtime.values;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Schema;
import dev.cairn.datastore.BlobContent;
import dev.cairn.runtime.internal.CredentialNames;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the preview of a stored value, the beginning of its text, from the first of its bytes. There is none of what may hold a secret,
 * as far as names tell, nor of what no schema describes. Immutable and thread-safe.
 *
 * @param name the name of the artifact
 * @param schema the schema of its values
 */
public record Preview(String name, Schema schema) {
    /** The largest number of characters, before the dots of one that is not whole. */
    public static final int CHARACTERS = 300;

    /** Enough for so many characters, unless most of the bytes are not shown. */
    private static final int BYTES = 4096;

    /**
     * {@return the preview of an encoded value; empty if it may hold a secret, or if the schema does not describe all of it}
     *
     * @param artifact the encoded value, with its header
     */
    public Optional<String> of(byte[] artifact) {
        return of(artifact, artifact.length);
    }

    /**
     * {@return the same content, with its preview}
     *
     * @param content the encoded value, with its header; what is returned may be written once
     */
    public BlobContent of(BlobContent content) {
        return new PreviewedContent(content);
    }

    private Optional<String> of(byte[] beginning, long size) {
        return mayHoldSecret() ? Optional.empty() : ArtifactFormat.beginningText(schema, beginning, size, CHARACTERS);
    }

    private boolean mayHoldSecret() {
        return CredentialNames.contains(name)
                || schema.definitions().stream()
                        .anyMatch(definition -> definition instanceof Definition.Struct struct
                                && struct.fields().stream().anyMatch(field -> CredentialNames.contains(field.name())));
    }

    /** Keeps the first bytes that go past. Written once, then asked. */
    private final class PreviewedContent implements BlobContent {
        private final BlobContent content;
        private @Nullable Beginning beginning;

        PreviewedContent(BlobContent content) {
            this.content = content;
        }

        @Override
        public void writeTo(OutputStream output) throws IOException {
            Beginning written = new Beginning(output);
            content.writeTo(written);
            beginning = written;
        }

        @Override
        public @Nullable String preview() {
            return beginning == null
                    ? null
                    : of(Arrays.copyOf(beginning.bytes, beginning.kept), beginning.size)
                            .orElse(null);
        }
    }

    private static final class Beginning extends FilterOutputStream {
        private final byte[] bytes = new byte[BYTES];
        private int kept;
        private long size;

        Beginning(OutputStream output) {
            super(output);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] written, int offset, int length) throws IOException {
            out.write(written, offset, length);
            int count = Math.min(length, bytes.length - kept);
            System.arraycopy(written, offset, bytes, kept, count);
            kept += count;
            size += length;
        }
    }
}
