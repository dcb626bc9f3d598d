package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.RunId;

/** The names of the entries of an export, in their order. */
final class ExportEntries {
    static final String MANIFEST = "manifest.json";
    static final String BLOBS = "blobs.jsonl";
    static final String RUNS = "runs.jsonl";
    static final String TASKS = "tasks.jsonl";
    static final String FILES = "files.jsonl";
    static final String END = "end.json";

    private ExportEntries() {}

    /** After {@link #RUNS}, in the order of the runs: the output of one that has any. */
    static String output(RunId run) {
        return "logs/" + run.value() + ".jsonl";
    }

    /** Before {@link #END}, in the order of {@link #BLOBS}: a blob. */
    static String blob(Address address) {
        return "blobs/" + address;
    }
}
