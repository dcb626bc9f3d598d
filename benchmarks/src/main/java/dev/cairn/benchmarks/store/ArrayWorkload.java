package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** A large array that is stored and read, beside the same bytes as a file, and one pass of SHA-256. */
record ArrayWorkload(Sizes sizes) implements Workload {
    @Override
    public String name() {
        return "array";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "A `double[]` of %,d MB, stored and read back with 64 MB of heap besides it, beside a file of this size and one pass of SHA-256",
                sizes.arrayMegabytes());
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        Path store = directory.path("store");
        Path file = directory.path("file");
        Map<String, Double> written = cairn("write", store);
        double rawWrite = best("write", file);
        double digest = raw("digest", "", file).orElseThrow();
        Map<String, Double> read = cairn("read", store);
        double rawRead = best("read", file);

        double write = figure(written, "seconds");
        double cachedRead = figure(read, "cached-seconds");
        figures.add("Cairn, stored, MB/s", rate(write), 0);
        figures.add("file, best of direct and buffered write, MB/s", rate(rawWrite), 0);
        figures.add("SHA-256, one pass, MB/s", rate(digest), 0);
        figures.add("stored / the slower of file and SHA-256", Math.max(rawWrite, digest) / write, 2, "at least 0.6");
        figures.add("stored, allocated besides the array, MB", figure(written, "allocated"), 1, "less than 64");
        if (read.containsKey("cold-seconds")) {
            double coldRead = figure(read, "cold-seconds");
            figures.add("Cairn, read cold, MB/s", rate(coldRead), 0);
            figures.add("file, best of direct and buffered read, MB/s", rate(rawRead), 0);
            figures.add("read cold / file", rawRead / coldRead, 2, "at least 0.6");
            figures.add(
                    "read cold, allocated besides the array, MB", figure(read, "cold-allocated"), 1, "less than 64");
        }
        figures.add("Cairn, read cached, MB/s", rate(cachedRead), 0);
        figures.add("read cached / SHA-256", digest / cachedRead, 2, "at least 0.7");
        figures.add(
                "read cached, allocated besides the array, MB", figure(read, "cached-allocated"), 1, "less than 64");
    }

    private Map<String, Double> cairn(String what, Path store) throws IOException {
        int megabytes = sizes.arrayMegabytes();
        return JavaProcess.run(ArrayWorker.class, ArrayWorker.options(megabytes), what, store, megabytes);
    }

    /** The shorter time, in seconds, of direct and buffered access, which is always possible; a file that is read is not in the cache. */
    private double best(String what, Path file) throws IOException {
        forgetBeforeRead(what, file);
        OptionalDouble direct = raw(what, "direct", file);
        forgetBeforeRead(what, file);
        double buffered = raw(what, "buffered", file).orElseThrow();
        return Math.min(buffered, direct.orElse(buffered));
    }

    private static void forgetBeforeRead(String what, Path file) throws IOException {
        if (what.equals("read")) {
            PageCache.forget(file);
        }
    }

    private OptionalDouble raw(String what, String how, Path file) throws IOException {
        int megabytes = sizes.arrayMegabytes();
        Map<String, Double> figures =
                JavaProcess.run(RawArrayWorker.class, ArrayWorker.options(megabytes), what, how, file, megabytes);
        Double seconds = figures.get("seconds");
        return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    private static double figure(Map<String, Double> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    private double rate(double seconds) {
        return sizes.arrayMegabytes() / seconds;
    }
}
