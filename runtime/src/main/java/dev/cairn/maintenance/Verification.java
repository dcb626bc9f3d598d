package dev.cairn.maintenance;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.maintenance.RunReferences.Reference;
import dev.cairn.maintenance.VerificationReport.Problem;
import dev.cairn.runtime.internal.AddressSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads everything in a datastore, and says what is missing or damaged: the storage itself, the records of all runs, each value that they
 * refer to, and values that nothing refers to. It changes nothing, and works beside runs that go on. Used once, by one thread.
 */
public final class Verification {
    private final Datastore datastore;
    private final RunReferences references;
    private final AddressSet read = new AddressSet();
    private final Map<Address, String> damaged = new HashMap<>();
    private final Set<String> flows = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private long runs;
    private long attempts;
    private long blobs;
    private long bytes;

    private Verification(Datastore datastore) {
        this.datastore = datastore;
        this.references = new RunReferences(datastore);
    }

    /**
     * Verifies a datastore.
     *
     * @param datastore what to verify; the caller closes it
     * @return what was read, and what is wrong with it; damage is reported there, and not thrown
     * @throws DatastoreException if the datastore is closed
     */
    public static VerificationReport of(Datastore datastore) {
        Verification verification = new Verification(datastore);
        verification.verify();
        return new VerificationReport(
                verification.runs,
                verification.attempts,
                verification.blobs,
                verification.bytes,
                verification.problems);
    }

    private void verify() {
        String url = datastore.url();
        attempt(
                "the storage of " + url,
                () -> datastore.problems().forEach(what -> problem("the storage of " + url, what)));
        attempt("the runs of " + url, () -> {
            try (Stream<RunRecord> all = datastore.runs().list(RunQuery.all())) {
                all.forEach(this::run);
            }
        });
        flows.forEach(flow -> attempt("flow " + flow, () -> {
            try (Stream<RunRecord> all = datastore.runs().list(RunQuery.flow(flow))) {
                var unused = all.findFirst(); // its number of runs is compared with what was recorded
            }
        }));
        attempt("the values of " + url, () -> {
            try (Stream<BlobInfo> all = datastore.blobs().list()) {
                all.map(BlobInfo::address)
                        .filter(this::isNew)
                        .forEach(address -> tell(address, () -> "value " + address + ", to which no run refers"));
            }
        });
    }

    private void run(RunRecord run) {
        runs++;
        flows.add(run.flow());
        String path = run.flow() + "/" + run.id();
        attempt("run " + path, () -> {
            references.visit(run, new OfRun());
            List<StepCount> counts = datastore.runs().counts(run.id());
            attempts += counts.stream().mapToLong(StepCount::attempts).sum();
            counts.stream()
                    .map(StepCount::step)
                    .distinct()
                    .forEach(step -> attempt("the tasks of " + path + "/" + step, () -> step(run, step)));
            logs(run, path);
        });
    }

    /** Reads what a run refers to. What is damaged is told once in a run. */
    private final class OfRun implements RunReferences.Visitor {
        private final Set<Address> told = new HashSet<>();

        @Override
        public void visit(Address address, Reference reference) {
            isNew(address);
            if (damaged.containsKey(address) && told.add(address)) {
                tell(address, reference);
            }
        }

        @Override
        public void damaged(Reference reference, RuntimeException reason) {
            if (!(reason instanceof CorruptBlobException)) { // that one was visited
                problem(reference.describe(), String.valueOf(reason.getMessage()));
            }
        }
    }

    /** Asks as a client does: counts may be found by reading all of them, and not by name. */
    private void step(RunRecord run, String step) {
        datastore.runs().tasks(run.id(), step, 0, 1);
        datastore.runs().lastTask(run.id(), step, List.of());
    }

    private void logs(RunRecord run, String path) {
        attempt("the output of " + path, () -> log(run, TaskId.RUN, 0));
        try (Stream<TaskRecord> all = datastore.runs().attempts(run.id())) {
            all.forEach(attempt -> attempt(
                    "the output of " + path + "/" + attempt.task(), () -> log(run, attempt.task(), attempt.attempt())));
        }
    }

    private void log(RunRecord run, TaskId task, int attempt) {
        try (Stream<LogLine> lines = datastore.runs().log(run.id(), task, attempt)) {
            lines.forEach(line -> {});
        }
    }

    private void tell(Address address, Reference reference) {
        String what = damaged.get(address);
        if (what != null) {
            problem(reference.describe(), what);
        }
    }

    /** Reads a value, unless it was read before. */
    private boolean isNew(Address address) {
        if (!read.add(address)) {
            return false;
        }
        try (InputStream stream = datastore.blobs().open(address)) {
            bytes += stream.transferTo(OutputStream.nullOutputStream());
            blobs++;
        } catch (DatastoreException | IOException e) {
            damaged.put(address, String.valueOf(e.getMessage()));
        }
        return true;
    }

    /** Whatever cannot be read is a problem, and what comes after it is looked at too. */
    private void attempt(String where, Runnable look) {
        try {
            look.run();
        } catch (DatastoreException | IllegalArgumentException e) {
            problem(where, String.valueOf(e.getMessage()));
        }
    }

    private void problem(String where, String what) {
        problems.add(new Problem(where, what));
    }
}
