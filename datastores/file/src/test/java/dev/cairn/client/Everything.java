package dev.cairn.client;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.UnreadableArtifactException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be read of the runs of a datastore, each in a question of its own, with the answer as text. */
final class Everything {
    /** The answer where the datastore says that it is damaged. */
    static final String NOTICED = "noticed";

    /** Larger values, in bytes, are read of one task only. */
    private static final long LARGE = 10_000;

    /** So many has each foreach. */
    private static final int ELEMENTS = 3;

    private final Map<String, Question> questions = new LinkedHashMap<>();

    /** Something to be read. */
    @FunctionalInterface
    private interface Question {
        Object ask(Cairn cairn) throws Exception;
    }

    private Everything() {}

    /** The questions to which a sound datastore has answers. */
    static Everything of(Datastore sound) {
        Everything everything = new Everything();
        Cairn cairn = open(sound);
        everything.add("flows", Cairn::flows);
        for (String flow : cairn.flows()) {
            everything.addFlow(flow);
            List<Run> runs;
            try (Stream<Run> stream = cairn.flow(flow).stream()) {
                runs = stream.toList();
            }
            for (Run run : runs) {
                everything.addRun(run);
            }
        }
        return everything;
    }

    private static Cairn open(Datastore datastore) {
        return Cairn.open(datastore, Products.flow(), Products.loops());
    }

    private void addFlow(String flow) {
        add("runs of " + flow, cairn -> ids(cairn.flow(flow).stream()));
        add("runs of " + flow + " with a tag", cairn -> ids(cairn.flow(flow).tag("nightly").stream()));
        add("good runs of " + flow, cairn -> ids(cairn.flow(flow).tag("good").stream()));
        add("latest of " + flow, cairn -> cairn.flow(flow).latest().id());
        add(
                "latest successful of " + flow,
                cairn -> cairn.flow(flow).latestSuccessful().id());
    }

    private void add(String name, Question question) {
        questions.put(name, question);
    }

    private void addRun(Run sound) {
        String path = sound.pathspec();
        add(path, cairn -> describe(cairn.run(path)));
        add(path + " files", cairn -> cairn.run(path).files().keys());
        add(path + " notes", cairn -> {
            try (InputStream notes = cairn.run(path).files().open("notes.txt")) {
                return new String(notes.readAllBytes(), StandardCharsets.US_ASCII);
            }
        });
        add(path + " attempts", cairn -> {
            try (Stream<Task> attempts = cairn.run(path).attempts()) {
                return attempts.map(Everything::describe).toList();
            }
        });
        add(
                path + " counts",
                cairn -> cairn.run(path).counts().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
        for (StepTasks step : sound.steps()) {
            addStep(path, step.name());
            addPlaces(path, step);
        }
        List<Task> attempts;
        try (Stream<Task> stream = sound.attempts()) {
            attempts = stream.toList();
        }
        for (Task attempt : attempts) {
            addTask(path, attempt);
        }
    }

    private void addStep(String path, String step) {
        add(path + "/" + step + " count", cairn -> cairn.run(path).step(step).count());
        add(
                path + "/" + step + " first",
                cairn -> cairn.run(path).step(step).ran()
                        ? describe(cairn.run(path).step(step).task())
                        : "did not run");
        add(path + "/" + step + " tasks", cairn -> {
            try (Stream<Task> tasks = cairn.run(path).step(step).stream()) {
                return tasks.map(Everything::describe).toList();
            }
        });
        add(path + "/" + step + " views", cairn -> cairn.run(path).step(step).views(Everything::describe));
        add(
                path + "/" + step + " last iterations",
                cairn -> cairn.run(path).step(step).lastIterations().stream()
                        .map(Everything::describe)
                        .toList());
    }

    /** What is there of each element and, in a loop, of its last iteration; and what comes where in item order. */
    private void addPlaces(String path, StepTasks sound) {
        String step = sound.name();
        for (int place = 0; place <= sound.count(); place++) {
            int number = place;
            add(path + "/" + step + " number " + number, cairn -> {
                Run run = cairn.run(path);
                return run.reader().datastore().runs().tasks(run.runId(), step, number, 1);
            });
        }
        for (int place = 0; place < ELEMENTS; place++) {
            int number = place;
            add(
                    path + "/" + step + " element " + number,
                    cairn -> describe(cairn.run(path).step(step).task(number)));
        }
    }

    private void addTask(String path, Task sound) {
        String id = sound.id();
        int number = sound.attempt();
        String name = path + "/" + id + " attempt " + number;
        add(
                path + "/" + id + " attempts",
                cairn -> cairn.run(path).attempts(id).stream()
                        .map(Everything::describe)
                        .toList());
        add(name + " log", cairn -> {
            try (Stream<LogLine> log = attempt(cairn, path, id, number).log()) {
                return log.toList();
            }
        });
        add(name + " parents", cairn -> attempt(cairn, path, id, number).parents());
        add(name + " children", cairn -> attempt(cairn, path, id, number).children());
        add(name + " stack", cairn -> attempt(cairn, path, id, number).foreachStack());
        if (sound.finished()) {
            add(path + "/" + id, cairn -> describe(cairn.run(path).task(id)));
        }
        for (DataArtifact artifact : sound.artifacts()) {
            String of = artifact.name();
            boolean large = artifact.size() > LARGE;
            if (!large || sound.step().equals("start")) {
                add(
                        name + " " + of,
                        cairn -> text(
                                attempt(cairn, path, id, number).artifact(of).value()));
            }
        }
    }

    private static Task attempt(Cairn cairn, String path, String id, int number) {
        return cairn.run(path).attempts(id).stream()
                .filter(attempt -> attempt.attempt() == number)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Stream<Run> runs) {
        try (runs) {
            return runs.map(Run::id).toList();
        }
    }

    private static String describe(Run run) {
        return run.record().toString()
                + run.steps()
                + run.parameters().stream().map(DataArtifact::value).toList();
    }

    private static String describe(Task task) {
        return task.record().toString()
                + task.artifacts().stream()
                        .map(artifact -> artifact.name()
                                + artifact.sha()
                                + artifact.size()
                                + artifact.type()
                                + artifact.createdAt()
                                + artifact.finishedAt())
                        .collect(Collectors.joining());
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Address.ofContent(bytes).toString() : Objects.toString(value);
    }

    /**
     * The answers of a datastore that may be damaged, {@link #NOTICED} among them.
     *
     * @throws Exception if one is an exception that says nothing of the datastore
     */
    Map<String, String> answers(Datastore datastore) throws Exception {
        Cairn cairn = open(datastore);
        Map<String, String> answers = new LinkedHashMap<>();
        for (Map.Entry<String, Question> question : questions.entrySet()) {
            answers.put(
                    question.getKey(),
                    noticing(() -> Objects.toString(question.getValue().ask(cairn))));
        }
        return answers;
    }

    static String noticing(Callable<String> call) throws Exception {
        try {
            return call.call();
        } catch (DatastoreException | CodecException | UnreadableArtifactException e) {
            return NOTICED;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** The questions to which the answer is that the datastore is damaged. */
    static List<String> noticed(Map<String, String> given) {
        return given.entrySet().stream()
                .filter(answer -> answer.getValue().equals(NOTICED))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The questions that have another answer, other than that it is damaged. */
    static List<String> wrong(Map<String, String> right, Map<String, String> given) {
        List<String> wrong = new ArrayList<>();
        right.forEach((question, answer) -> {
            String other = given.get(question);
            if (!answer.equals(other) && !NOTICED.equals(other)) {
                wrong.add(question + " -> " + (other.length() > 300 ? other.substring(0, 300) : other));
            }
        });
        return wrong;
    }
}
