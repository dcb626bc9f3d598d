package dev.cairn.transfer;

import dev.cairn.datastore.zstd.ZstdCompression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The entries of an export, for tests that change them. */
final class Archive {
    /** An entry. */
    record Entry(String name, byte[] content) {
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    final List<Entry> entries = new ArrayList<>();

    static Archive read(Path file) throws IOException {
        Archive archive = new Archive();
        TarReader reader = new TarReader(new ZstdCompression().decompressing(Files.newInputStream(file)));
        for (TarHeader header = reader.peek(); header != null; header = reader.peek()) {
            String name = header.name();
            reader.read(content -> archive.entries.add(new Entry(name, content.readAllBytes())));
        }
        return archive;
    }

    int find(String prefix) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().startsWith(prefix)) {
                return i;
            }
        }
        throw new AssertionError("no entry " + prefix);
    }

    /** Changes the text of an entry. */
    Archive change(String name, UnaryOperator<String> change) {
        int at = find(name);
        String before = entries.get(at).text();
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("nothing changed in " + before);
        }
        entries.set(at, new Entry(entries.get(at).name(), after.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Makes the manifest announce what is there. */
    Archive announce() {
        long bytes = entries.stream()
                .filter(entry -> !entry.name().equals(ExportEntries.MANIFEST)
                        && !entry.name().equals(ExportEntries.END))
                .mapToLong(entry -> entry.content().length)
                .sum();
        String manifest = entries.get(0).text();
        String announced = manifest.replaceFirst("\"bytes\":[0-9]+", "\"bytes\":" + bytes);
        entries.set(0, new Entry(entries.get(0).name(), announced.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** The archive, with the digest of what is in it at its end. */
    byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(bytes);
        for (Entry entry : entries) {
            if (entry.name().equals(ExportEntries.END)) {
                String end = "{\"sha256\":\"" + writer.digest() + "\"}\n";
                writer.file(entry.name(), end.getBytes(StandardCharsets.US_ASCII));
            } else {
                writer.file(entry.name(), entry.content());
            }
        }
        writer.end();
        return bytes.toByteArray();
    }

    static Path write(byte[] tar, Path file) throws IOException {
        try (OutputStream output = new ZstdCompression().compressing(Files.newOutputStream(file))) {
            output.write(tar);
        }
        return file;
    }

    Path write(Path file) throws IOException {
        return write(tar(), file);
    }

    static byte[] tarOf(Path file) throws IOException {
        try (InputStream input = new ZstdCompression().decompressing(Files.newInputStream(file))) {
            return input.readAllBytes();
        }
    }

    /** Where a header begins in an archive. */
    static int header(byte[] tar, String name) {
        byte[] wanted = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), name.length() + 1);
        for (int at = 0; at < tar.length; at += TarHeader.BLOCK) {
            if (Arrays.equals(wanted, 0, wanted.length, tar, at, at + wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("no header of " + name);
    }
}
