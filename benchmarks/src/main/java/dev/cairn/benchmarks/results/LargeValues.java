package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.mark;
import static dev.cairn.benchmarks.results.Panel.peer;

import dev.cairn.benchmarks.results.Bound.AtLeast;
import dev.cairn.benchmarks.results.Bound.AtMost;
import dev.cairn.benchmarks.results.Quantity.Measured;
import java.util.List;

/** The rows about one large value. */
final class LargeValues {
    private LargeValues() {}

    private static Source array(String figure) {
        return new Source("store", "array", figure);
    }

    private static Target target(String id, String what, String figure, Bound bound) {
        return new Target("array/" + id, what, new Measured(array(figure)), bound);
    }

    static Section section() {
        Source file = array("file, best of direct and buffered write, MB/s");
        Source digest = array("SHA-256, one pass, MB/s");
        Source read = array("file, best of direct and buffered read, MB/s");
        String unit = "MB in a second; more is better";
        return new Section(
                "A large value",
                "large-value",
                List.of(row()),
                List.of(
                        new Panel(
                                "A double[] of 1 GB, stored",
                                unit,
                                List.of(
                                        cairn("Cairn", array("Cairn, stored, MB/s")),
                                        peer("file, forced", file),
                                        peer("SHA-256, one pass", digest)),
                                List.of(mark(0.6, file, digest))),
                        new Panel(
                                "read from the disk",
                                unit,
                                List.of(cairn("Cairn", array("Cairn, read cold, MB/s")), peer("file", read)),
                                List.of(mark(0.6, read))),
                        new Panel(
                                "read from the cache of the system",
                                unit,
                                List.of(
                                        cairn("Cairn", array("Cairn, read cached, MB/s")),
                                        peer("SHA-256, one pass", digest)),
                                List.of(mark(0.7, digest)))));
    }

    private static Row row() {
        return new Row(
                "`double[]` of 1 GB",
                false,
                List.of(
                        target(
                                "stored",
                                "rate of storing it durably, beside the slower of a raw file and one pass of SHA-256",
                                "stored / the slower of file and SHA-256",
                                new AtLeast(0.6)),
                        target(
                                "cold",
                                "rate of reading it from the disk, beside a raw file",
                                "read cold / file",
                                new AtLeast(0.6)),
                        target(
                                "cached",
                                "rate of reading it from the cache, beside one pass of SHA-256",
                                "read cached / SHA-256",
                                new AtLeast(0.7)),
                        target(
                                "stored-allocated",
                                "MB allocated besides the array while it is stored",
                                "stored, allocated besides the array, MB",
                                new AtMost(64)),
                        target(
                                "cold-allocated",
                                "MB allocated besides the array while it is read from the disk",
                                "read cold, allocated besides the array, MB",
                                new AtMost(64)),
                        target(
                                "cached-allocated",
                                "MB allocated besides the array while it is read from the cache",
                                "read cached, allocated besides the array, MB",
                                new AtMost(64))),
                "Each read is verified: all bytes go through SHA-256 before the value is used. The raw file is written and read by the better of"
                        + " direct and buffered access, is forced to the disk, and nobody looks at its bytes. The virtual machines have 64 MB of heap"
                        + " beside the array, on the serial collector; Cairn's code has been compiled by smaller arrays, SHA-256 as well,"
                        + " and the heap that an array is read into was touched before: the first to touch it waits for the system as long as for the disk.");
    }
}
