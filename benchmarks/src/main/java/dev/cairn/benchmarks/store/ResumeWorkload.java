package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A run with many finished tasks is resumed, in a virtual machine that was just started. */
record ResumeWorkload(Sizes sizes) implements Workload {
    @Override
    public String name() {
        return "resume";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "Resuming a run with %,d finished tasks, until the first task starts that runs again, in a virtual machine that was just started",
                tasks());
    }

    private int tasks() {
        return sizes.tasks() / 10;
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        String url = "file:" + directory.path("store");
        JavaProcess.run(ResumeWorker.class, List.of(), url, tasks(), "run");
        String run;
        try (Datastore datastore = Datastore.of(url);
                Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            run = runs.findFirst().orElseThrow().id().value();
        }
        double seconds = Objects.requireNonNull(JavaProcess.run(ResumeWorker.class, List.of(), url, tasks(), run)
                .get("seconds"));
        figures.add("until the first new task, s", seconds, 2, "at most 2");
    }
}
