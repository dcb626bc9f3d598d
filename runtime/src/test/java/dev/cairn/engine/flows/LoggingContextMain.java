package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.Engine;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskRunner;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.MDC;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPLoggerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** A process with an MDC, which prints what steps find in it. Its engine runs all tasks on the main thread. */
final class LoggingContextMain {
    private static final PrintStream OUT = System.out;

    private LoggingContextMain() {}

    public static void main(String[] arguments) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {}).get();
        MDC.put("app", "mine");
        FlowDefinition<Numbers> flow = Numbers.flow("Logging")
                .step(foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work"), (each, task) -> {
                    each.numbers = List.of(1, 2);
                    print("start");
                    Thread thread = new Thread(() -> print("thread"));
                    thread.start();
                    thread.join();
                    pool.submit(task.context().wrap(() -> print("pool"))).get();
                    pool.submit(() -> print("pool after")).get();
                    MDC.put("left", "behind");
                    MDC.remove("app");
                })
                .step(linear("work", "join").timeout(Duration.ofHours(1)), (each, task) -> {
                    if (task.context().taskId().equals("work/1")) {
                        print("work");
                    }
                })
                .step(linear("join", "end").join(), (each, task) -> MDC.clear())
                .step(end("end").timeout(Duration.ofHours(1)), (each, task) -> print("end"))
                .build();
        TestRun.of(flow)
                .datastore(Datastore.inMemory())
                .engine(onThisThread())
                .outputListener((path, line) -> {})
                .run();
        print("after");
        pool.shutdown();
    }

    private static Engine onThisThread() {
        return request -> {
            Schedule schedule = request.newSchedule();
            try (TaskRunner<?> runner = request.newTaskRunner()) {
                while (!schedule.succeeded()) {
                    for (TaskUnit unit : schedule.poll(1)) {
                        schedule.tell(runner.run(unit).fact());
                    }
                }
            }
            return Optional.empty();
        };
    }

    private static void print(String what) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        String text = new TreeMap<>(context == null ? Map.of() : context).toString();
        OUT.println(what + " " + text.replaceAll("Logging/[^,}]+", "Logging/RUN"));
    }

    /** Nothing but an MDC, which threads do not inherit. */
    public static final class Provider implements SLF4JServiceProvider {
        private final ThreadLocal<Map<String, String>> context = ThreadLocal.withInitial(HashMap::new);

        @Override
        public ILoggerFactory getLoggerFactory() {
            return new NOPLoggerFactory();
        }

        @Override
        public IMarkerFactory getMarkerFactory() {
            return new BasicMarkerFactory();
        }

        @Override
        public MDCAdapter getMDCAdapter() {
            return new Adapter(context);
        }

        @Override
        public String getRequestedApiVersion() {
            return "2.0.99";
        }

        @Override
        public void initialize() {}
    }

    private record Adapter(ThreadLocal<Map<String, String>> context) implements MDCAdapter {
        @Override
        public void put(String key, String value) {
            context.get().put(key, value);
        }

        @Override
        public @Nullable String get(String key) {
            return context.get().get(key);
        }

        @Override
        public void remove(String key) {
            context.get().remove(key);
        }

        @Override
        public void clear() {
            context.get().clear();
        }

        @Override
        public Map<String, String> getCopyOfContextMap() {
            return new HashMap<>(context.get());
        }

        @Override
        public void setContextMap(Map<String, String> map) {
            context.set(new HashMap<>(map));
        }

        @Override
        public void pushByKey(String key, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String popByKey(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Deque<String> getCopyOfDequeByKey(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void clearDequeByKey(String key) {
            throw new UnsupportedOperationException();
        }
    }
}
