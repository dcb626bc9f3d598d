package dev.cairn.datastore.file;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Commits tasks to a run, with a small and a large blob each, and writes a line as soon as each is durable. */
final class CommittingProcess {
    private static final int AT_ONCE = 4;

    private CommittingProcess() {}

    /** Arguments: URL of the datastore, id of the run, name of the step, number of tasks. */
    public static void main(String[] arguments) {
        RunId run = new RunId(arguments[1]);
        int count = Integer.parseInt(arguments[3]);
        try (Datastore datastore = Datastore.of(arguments[0])) {
            System.out.println("ready");
            List<CompletableFuture<?>> commits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String task = arguments[2] + "/" + i;
                byte[] large = large(task);
                datastore.blobs().put(large);
                commits.add(datastore
                        .runs()
                        .commit(Example.commit(Example.task(run, task), small(task)))
                        .thenAccept(result -> System.out.println(task)));
                if (commits.size() == AT_ONCE) {
                    commits.forEach(CompletableFuture::join);
                    commits.clear();
                }
            }
            commits.forEach(CompletableFuture::join);
        }
    }

    static byte[] small(String task) {
        return Example.randomBytes(2000, task.hashCode());
    }

    static byte[] large(String task) {
        return Example.randomBytes(70_000, ~task.hashCode());
    }
}
