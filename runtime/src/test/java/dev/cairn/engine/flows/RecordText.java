package dev.cairn.engine.flows;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is stored of the attempts of a run, as text: all but what differs from run to run. */
public final class RecordText {
    private RecordText() {}

    /** One line per attempt, sorted. */
    public static List<String> of(Datastore datastore, String run) {
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run))) {
            return attempts.map(RecordText::line).sorted().toList();
        }
    }

    private static String line(TaskRecord record) {
        return record.task() + " attempt " + record.attempt() + " " + record.status() + " from " + record.parents()
                + " to " + record.next() + " " + record.fork() + " " + record.failure() + " "
                + record.artifacts().entrySet().stream()
                        .map(RecordText::artifact)
                        .collect(Collectors.joining(", "));
    }

    private static String artifact(Map.Entry<String, ArtifactRef> artifact) {
        ArtifactRef ref = artifact.getValue();
        return artifact.getKey() + "=" + ref.type() + " " + ref.address() + " " + ref.size() + " " + ref.presumed();
    }
}
