package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compression: a step may keep its data in a compressed form of its own. There is seldom a reason to: Cairn compresses what it
 * stores where that pays.
 */
@Flow
public class Compression {
    byte[] compressedData;
    int originalLength;
    String lastLine;

    @Step(next = "end")
    void start() throws IOException {
        byte[] largeData = loadHugeDataset().getBytes(StandardCharsets.UTF_8);
        originalLength = largeData.length;
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(largeData);
        }
        compressedData = compressed.toByteArray();
    }

    @Step
    void end() throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressedData))) {
            String largeData = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
            lastLine = largeData.lines().reduce((first, second) -> second).orElseThrow();
        }
    }

    private static String loadHugeDataset() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            lines.append("measurement ").append(i).append('\n');
        }
        return lines.toString();
    }
}
