package dev.cairn.engine.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskRecord;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Processes are killed: workers, all of them, and the one that started the run; others take over, and what is stored is the same. {@code
 * -Dtemporal.kills=100} kills at so many random moments, each in another run; {@code -Dtemporal.seed=..} draws others.
 */
class KilledProcessesTest {
    private static final int KILLS = Integer.getInteger("temporal.kills", 4);
    private static final long SEED = Long.getLong("temporal.seed", 20261130);
    private static final int TASKS = 500;

    @TempDir
    Path directory;

    private final List<OtherProcess> workers = new ArrayList<>();
    private OtherProcess server;
    private String target;
    private String url;

    @BeforeEach
    void start() throws Exception {
        server = OtherProcess.java(directory, LoopbackServer.class.getName());
        target = server.awaitLine(line -> line.startsWith("127.0.0.1:"));
        url = "temporal://" + target + "/default/flows";
    }

    @AfterEach
    void stop() {
        workers.forEach(OtherProcess::close);
        server.close();
    }

    @Test
    void anotherWorkerTakesOverFromOneThatIsKilled() throws Exception {
        startWorkers(2);
        try (OtherProcess starter = starter(100, 20)) {
            String run = awaitTasks(starter, 10);
            OtherProcess last = workerOfLastWorkflowTask(run);

            last.kill();

            assertEnds(starter, run, 100);
            assertThat(pidOfLastWorkflowTask(run)).isNotEqualTo(last.pid());
        }
    }

    @Test
    void anotherWorkerTakesOverFromOneThatIsToldToStop() throws Exception {
        startWorkers(2);
        try (OtherProcess starter = starter(100, 20)) {
            String run = awaitTasks(starter, 10);
            OtherProcess last = workerOfLastWorkflowTask(run);

            last.terminate();

            assertThat(last.await()).isEqualTo(143);
            assertThat(last.lines()).endsWith("worker ended");
            assertEnds(starter, run, 100);
        }
    }

    /** By {@code kill -9}, and by SIGTERM, after which the step is given up: it would not end by itself. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStepIsExecutedAgainIfItsWorkerDiesInTheMiddleOfIt(boolean kill) throws Exception {
        Path gate = Files.createDirectory(directory.resolve("gate"));
        startWorkers(1);
        try (OtherProcess run = OtherProcess.cairn(
                directory, "run", "Gate", "--directory", gate.toString(), "--engine", url, "--datastore", store())) {
            String id = CommandLineTest.id(run.awaitLine(line -> line.startsWith("run Gate/")));
            CommandLineTest.awaitFile(gate);
            OtherProcess first = workers.get(0);
            assertThat(pids(gate)).containsExactly(first.pid());
            assertThat(pidOfLastWorkflowTask(id)).isEqualTo(first.pid());
            startWorkers(1);

            if (kill) {
                first.kill();
            } else {
                first.terminate();
                assertThat(first.await()).isEqualTo(143);
            }
            awaitSecond(gate);
            Files.createFile(gate.resolve("open"));

            assertThat(run.await()).as("%s", run.lines()).isZero();
            assertThat(pids(gate))
                    .containsExactlyInAnyOrder(first.pid(), workers.get(1).pid());
            assertThat(pidOfLastWorkflowTask(id)).isEqualTo(workers.get(1).pid());
            try (Datastore datastore = Datastore.of(store());
                    Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(id))) {
                assertThat(attempts.map(attempt -> attempt.task() + " " + attempt.attempt() + " " + attempt.status()))
                        .containsExactly("start 0 SUCCEEDED", "end 0 SUCCEEDED");
            }
        }
    }

    @Test
    void newWorkersTakeOverFromAllThatWereKilled() throws Exception {
        startWorkers(2);
        try (OtherProcess starter = starter(100, 20)) {
            String run = awaitTasks(starter, 10);
            for (OtherProcess worker : workers) {
                worker.kill();
            }
            workers.clear();

            startWorkers(1);

            assertEnds(starter, run, 100);
        }
    }

    @Test
    void aRunOutlivesTheProcessThatStartedIt() throws Exception {
        startWorkers(1);
        String run;
        try (OtherProcess starter = starter(60, 20)) {
            run = awaitTasks(starter, 5);
            starter.kill();
        }
        try (OtherProcess attached = OtherProcess.cairn(directory, "attach", "Fan/" + run, "--datastore", store())) {
            assertThat(attached.await()).isZero();
        }
        assertComplete(run, 60);
    }

    /** It was taken for dead, and its task given to another. */
    @Test
    void aWorkerThatWasOnlyStoppedForAWhileLosesAtCommit() throws Exception {
        Path gate = Files.createDirectory(directory.resolve("gate"));
        startWorkers(2);
        try (OtherProcess run = OtherProcess.cairn(
                directory, "run", "Gate", "--directory", gate.toString(), "--engine", url, "--datastore", store())) {
            String id = CommandLineTest.id(run.awaitLine(line -> line.startsWith("run Gate/")));
            CommandLineTest.awaitFile(gate);
            long first = pids(gate).get(0);
            signal("STOP", first);
            awaitSecond(gate);
            signal("CONT", first);
            Files.createFile(gate.resolve("open"));

            assertThat(run.await()).as("%s", run.lines()).isZero();
            try (Datastore datastore = Datastore.of(store())) {
                assertThat(datastore.runs().attempts(new RunId(id))).hasSize(2);
            }
            assertThat(pids(gate)).hasSize(2);
        }
    }

    /** Who dies in a run. */
    private enum Death {
        /** A worker, as by {@code kill -9}; mostly the one that completed the last workflow task. */
        WORKER_KILLED,
        /** A worker, by SIGTERM. */
        WORKER_TOLD_TO_STOP,
        /** All workers, as by {@code kill -9}. */
        ALL_WORKERS_KILLED,
        /** The process that started the run and follows it, and a worker with it. */
        STARTER_KILLED
    }

    /** Zero tasks lost, none committed twice. */
    @Test
    void killedAtRandomMomentsNothingIsLost() throws Exception {
        Random random = new Random(SEED);
        Map<Death, Integer> deaths = new EnumMap<>(Death.class);
        int redelivered = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Death death = Death.values()[kill % Death.values().length];
            startWorkers(2 - workers.size());
            try (OtherProcess starter = starter(TASKS, 2)) {
                String run = awaitTasks(starter, 1 + random.nextInt(TASKS - 100));
                letDie(death, run, starter, random.nextInt(3) > 0);
                startWorkers(1);
                follow(death, run, starter);
                assertComplete(run, TASKS);
                deaths.merge(death, 1, Integer::sum);
                redelivered += redelivered(run);
            }
            if (KILLS > Death.values().length) {
                System.out.println("run " + (kill + 1) + " of " + KILLS + ": " + death + ", complete; " + redelivered
                        + " activities were delivered again so far");
            }
        }
        System.out.println(deaths + " in runs of " + TASKS + " tasks, seed " + SEED + ", " + redelivered
                + " activities delivered again: no task lost, none committed twice");
    }

    private void letDie(Death death, String run, OtherProcess starter, boolean lastOne) throws Exception {
        OtherProcess worker = lastOne ? workerOfLastWorkflowTask(run) : workers.get(0);
        switch (death) {
            case WORKER_KILLED -> worker.kill();
            case WORKER_TOLD_TO_STOP -> {
                worker.terminate();
                assertThat(worker.await()).as("%s", worker.lines()).isEqualTo(143);
            }
            case ALL_WORKERS_KILLED -> {
                for (OtherProcess each : workers) {
                    each.kill();
                }
                workers.clear();
            }
            case STARTER_KILLED -> {
                starter.kill();
                worker.kill();
            }
        }
        workers.remove(worker);
    }

    private void follow(Death death, String run, OtherProcess starter) throws Exception {
        if (death != Death.STARTER_KILLED) {
            assertThat(starter.await()).as("%s", starter.lines()).isZero();
            return;
        }
        try (OtherProcess attached = OtherProcess.cairn(directory, "attach", "Fan/" + run, "--datastore", store())) {
            assertThat(attached.await()).as("%s", attached.lines()).isZero();
        }
    }

    /** The number of activities that were given to a second worker, because the first one had gone. */
    private int redelivered(String run) {
        return (int) Histories.of(target, run).all().values().stream()
                .flatMap(List::stream)
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
                .filter(event -> event.getActivityTaskStartedEventAttributes().getAttempt() > 1)
                .count();
    }

    private void startWorkers(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            OtherProcess worker = OtherProcess.cairn(
                    directory, "worker", "--engine", url, "--datastore", store(), "--max-workers", "2");
            worker.awaitLine(line -> line.startsWith("worker of"));
            workers.add(worker);
        }
    }

    private String store() {
        return "file:" + directory.resolve("store");
    }

    private OtherProcess starter(int items, int millis) throws Exception {
        return OtherProcess.java(
                directory,
                StartingProcess.class.getName(),
                url,
                store(),
                String.valueOf(items),
                String.valueOf(millis));
    }

    /** Waits until some tasks are stored; the id of the run. */
    private String awaitTasks(OtherProcess starter, int tasks) throws Exception {
        String run = starter.awaitLine(line -> line.startsWith("run Fan/")).substring("run Fan/".length());
        try (Datastore datastore = Datastore.of(store())) {
            var pages = datastore.runs().attemptPages(new RunId(run));
            for (int stored = 0; stored < tasks; stored += pages.next().size()) {
                TimeUnit.MILLISECONDS.sleep(5); // only the store of another process is asked
            }
        }
        return run;
    }

    private void assertEnds(OtherProcess starter, String run, int items) throws Exception {
        assertThat(starter.await()).as("%s", starter.lines()).isZero();
        assertComplete(run, items);
    }

    private void assertComplete(String run, int items) {
        try (Datastore datastore = Datastore.of(store())) {
            assertThat(datastore.runs().find(new RunId(run)).orElseThrow().status())
                    .isEqualTo(RunStatus.SUCCEEDED);
            try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run))) {
                List<TaskRecord> all = attempts.toList();
                assertThat(all).hasSize(items + 3).allMatch(TaskRecord::finished);
                assertThat(all.stream().map(TaskRecord::task)).doesNotHaveDuplicates();
            }
            Run stored = Cairn.open(datastore).run("Fan/" + run);
            assertThat(stored.step("end").task().artifact("total").value()).isEqualTo(sumOfSquares(items));
        }
    }

    private static long sumOfSquares(long items) {
        return (items - 1) * items * (2 * items - 1) / 6;
    }

    /** Its workflow is open: if it dies, the server for tests would hang without the setting that {@link TemporalWorker} has for it. */
    private OtherProcess workerOfLastWorkflowTask(String run) {
        long pid = pidOfLastWorkflowTask(run);
        return workers.stream()
                .filter(worker -> worker.pid() == pid)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no worker has the process id " + pid));
    }

    private long pidOfLastWorkflowTask(String run) {
        try (TemporalConnection connection = TemporalConnection.open(TemporalAddress.parse(url))) {
            List<HistoryEvent> events = connection
                    .stubs()
                    .blockingStub()
                    .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                            .setNamespace("default")
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(run))
                            .build())
                    .getHistory()
                    .getEventsList();
            String identity = events.stream()
                    .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
                    .map(event ->
                            event.getWorkflowTaskCompletedEventAttributes().getIdentity())
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            return Long.parseLong(identity.substring(0, identity.indexOf('@')));
        }
    }

    private static List<Long> pids(Path gate) throws Exception {
        try (Stream<Path> files = Files.list(gate)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("running-"))
                    .map(name -> Long.parseLong(name.split("-")[1]))
                    .distinct()
                    .toList();
        }
    }

    private static void awaitSecond(Path gate) throws Exception {
        while (pids(gate).size() < 2) {
            TimeUnit.MILLISECONDS.sleep(20); // only a directory is asked
        }
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
