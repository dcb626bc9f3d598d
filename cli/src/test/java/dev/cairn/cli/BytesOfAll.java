package dev.cairn.cli;

import com.github.luben.zstd.ZstdInputStream;
import dev.cairn.datastore.Datastore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text in everything that somebody who has the files could read, in the forms in which programs write texts. */
final class BytesOfAll {
    private final List<byte[]> forms = new ArrayList<>();

    BytesOfAll(String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.add(text.getBytes(charset));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        forms.add(ascii(HexFormat.of().formatHex(bytes)));
        for (int start = 0; start < 3; start++) { // wherever it begins in what was encoded
            byte[] rest = Arrays.copyOfRange(bytes, start, start + (bytes.length - start) / 3 * 3);
            forms.add(ascii(Base64.getEncoder().encodeToString(rest)));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The files below a directory that have it, as they are. */
    List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(this::isIn).toList();
        }
    }

    private boolean isIn(Path file) {
        try {
            return isIn(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a compressed file has it. */
    boolean isInCompressed(Path file) throws IOException {
        try (InputStream content = new ZstdInputStream(Files.newInputStream(file))) {
            return isIn(content.readAllBytes());
        }
    }

    /** How many values of a datastore have it, without their compression. */
    long values(Datastore datastore) {
        return datastore
                .blobs()
                .list()
                .filter(blob -> isIn(datastore.blobs().read(blob.address())))
                .count();
    }

    boolean isIn(String text) {
        return isIn(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isIn(byte[] content) {
        return forms.stream().anyMatch(form -> contains(content, form));
    }

    private static boolean contains(byte[] content, byte[] form) {
        for (int i = 0; i + form.length <= content.length; i++) {
            int length = 0;
            while (length < form.length && content[i + length] == form[length]) {
                length++;
            }
            if (length == form.length) {
                return true;
            }
        }
        return false;
    }
}
