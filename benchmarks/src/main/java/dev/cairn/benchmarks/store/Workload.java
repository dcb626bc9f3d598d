package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.util.List;

/** A row of the report: something that Cairn does, and what it is measured beside. */
interface Workload {
    /** The name on the command line. */
    String name();

    /** What it does, and how much of it. */
    String title();

    /** Measures Cairn, and then what it is measured beside, each in a virtual machine of its own. */
    void measure(WorkDirectory directory, Figures figures) throws IOException;

    /** All of them, in the order of the report. */
    static List<Workload> all(Sizes sizes) {
        return List.of(
                new ForeachWorkload(sizes),
                new HeapWorkload(sizes),
                new ProcessesWorkload(sizes),
                new LargeArtifactsWorkload(sizes),
                new SharedArrayWorkload(sizes),
                new ChainWorkload(sizes),
                new StateWorkload(sizes),
                new ArrayWorkload(sizes),
                new ReadWorkload(sizes),
                new OpenWorkload(sizes),
                new CommandsWorkload(sizes),
                new ResumeWorkload(sizes));
    }
}
