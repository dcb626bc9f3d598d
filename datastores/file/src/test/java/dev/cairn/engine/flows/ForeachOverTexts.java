package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A process with a foreach over a list of texts, of which it prints what its tasks and their join saw. */
final class ForeachOverTexts {
    private static final String DIGITS = "0123456789";

    @Nullable
    List<String> texts;

    long length;
    long joined;

    /** Arguments: URL of the datastore, number of texts, number of characters of each. */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[1]);
        int length = Integer.parseInt(arguments[2]);
        try (Datastore datastore = Datastore.of(arguments[0])) {
            Run run = TestRun.of(flow(count, length)).datastore(datastore).run();
            System.out.println("tasks " + run.step("work").count());
            System.out.println(
                    "characters " + run.step("join").task().artifact("joined").value());
        }
    }

    private static TestFlow<ForeachOverTexts> flow(int count, int length) {
        return TestFlow.of("ForeachOverTexts", ForeachOverTexts.class, ForeachOverTexts::new)
                .artifact(
                        "texts",
                        "List<String>",
                        Codecs.list(Codecs.STRING),
                        flow -> flow.texts,
                        (flow, value) -> flow.texts = value)
                .artifact("length", "long", Codecs.LONG, flow -> flow.length, (flow, value) -> flow.length = value)
                .artifact("joined", "long", Codecs.LONG, flow -> flow.joined, (flow, value) -> flow.joined = value)
                .step(
                        foreach("start", "join", "texts", Items.iterable(Codecs.STRING), "work")
                                .access(Access.nothing().mustAssign("texts")),
                        (flow, task) -> flow.texts = texts(count, length))
                .step(linear("work", "join").access(Access.nothing().mustAssign("length")), (flow, task) -> {
                    String text = task.item("texts");
                    flow.length = text.equals(text(task.index("texts"), length)) ? text.length() : 0;
                })
                .step(linear("join", "end").join().access(Access.nothing().mustAssign("joined")), (flow, task) -> {
                    for (int i = 0; i < task.inputs().size(); i++) {
                        flow.joined += (long) task.inputs().get(i).value("length");
                    }
                })
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build();
    }

    private static List<String> texts(int count, int length) {
        return IntStream.range(0, count).mapToObj(i -> text(i, length)).toList();
    }

    private static String text(int index, int length) {
        String digits = index + DIGITS;
        return digits.repeat(length / digits.length() + 1).substring(0, length);
    }
}
