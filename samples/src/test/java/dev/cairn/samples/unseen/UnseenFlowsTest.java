package dev.cairn.samples.unseen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.TextRunBuilder;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.samples.flights.FewFlights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the compiler does not show the bodies of steps, they are taken to read and assign everything. That costs time, but it
 * does not change what flows do: each flow of the samples is run as it is compiled there, and as it is compiled here.
 */
class UnseenFlowsTest {
    private static final Map<String, String> DEFAULTS = Map.of();

    /** With which parameters a flow is run, unless it is with the defaults alone: on all of its ways, and not for too long. */
    private static final Map<String, List<Map<String, String>>> PARAMETERS = Map.ofEntries(
            Map.entry("Assigning", List.of(DEFAULTS, Map.of("taken", "true"))),
            Map.entry(
                    "EverySwitch",
                    List.of(DEFAULTS, Map.of("weight", "100", "country", "XX"), Map.of("weight", "5000"))),
            Map.entry(
                    "FlightDelayFlow",
                    List.of(Map.of("tolerance", "0.1", "data", FewFlights.file().toString()))),
            Map.entry("Initialising", List.of(DEFAULTS, Map.of("taken", "true"))),
            Map.entry("Interrupted", List.of(DEFAULTS, Map.of("failures", "0"), Map.of("failures", "2"))),
            Map.entry("Merging", List.of(DEFAULTS, Map.of("disagree", "true"))),
            Map.entry(
                    "NestedSwitches",
                    List.of(DEFAULTS, Map.of("number", "-1"), Map.of("number", "8"), Map.of("number", "2"))),
            Map.entry("Presetting", List.of(DEFAULTS, Map.of("taken", "true"))),
            Map.entry("Retrying", List.of(DEFAULTS, Map.of("failures", "3"))),
            Map.entry("SplitsInSwitch", List.of(DEFAULTS, Map.of("mode", "each"), Map.of("mode", "both"))),
            Map.entry("SwitchInBranch", List.of(DEFAULTS, Map.of("size", "0"), Map.of("size", "100"))),
            Map.entry("TenArtifacts", List.of(Map.of("tasks", "3"))));

    private static final Set<String> PRESET = Stream.concat(
                    Stream.of("join", "parts", "one", "two")
                            .flatMap(step -> Stream.of("zero", "no", "likeFresh", "toNull")
                                    .map(artifact -> step + " has another " + artifact)),
                    Stream.of("joinParts", "end")
                            .flatMap(step ->
                                    Stream.of("zero", "other").map(artifact -> step + " has another " + artifact)))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> GATHERED = Stream.concat(
                    Stream.of("start", "work").map(step -> step + " has another marks"),
                    Stream.of("join", "one", "other")
                            .flatMap(step -> Stream.of("marks", "mode", "keep")
                                    .map(artifact -> step + " has another " + artifact)))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * What differs after all. That null was assigned cannot be seen in a field without a value from before, nor can a field be seen
     * to be set before a merge that holds what it did when the step began. Marks are random. The library of the penguins notes in a model when it was
     * trained.
     */
    private static final Map<String, Set<String>> DIFFERENCES = Map.of(
            "Assigning{}", Set.of("assign has no surelyNull", "end has no surelyNull"),
            "Assigning{taken=true}", Set.of("assign has no surelyNull", "end has no surelyNull"),
            "Initialising{}", Set.of("start has no nothing", "one has no nothing", "other has no nothing"),
            "Initialising{taken=true}", Set.of("start has no nothing", "one has no nothing", "other has no nothing"),
            "Merging{}", Set.of("join has another counter", "end has another counter"),
            "Presetting{}", PRESET,
            "Presetting{taken=true}", PRESET,
            "Gathering{}", GATHERED,
            "PenguinFlow{}", Set.of("train has another model", "end has another model"),
            "ClassifyFlow{}", Set.of("start has another model", "end has another model"));

    /** They fill the heap, end their process, or are for the eye. */
    private static final Set<String> HARMFUL = Stream.of("large", "failures", "injection", "isolation", "report")
            .map(part -> "dev.cairn.samples." + part)
            .collect(Collectors.toUnmodifiableSet());

    /** It ends when its own test does. */
    private static final String WAITS_FOR_ITS_TEST = "Hanging";

    @TempDir
    private static Path classes;

    private static UnseenFlows unseenFlows;
    private static final Datastore SEEN = Datastore.inMemory();
    private static final Datastore UNSEEN = Datastore.inMemory();

    @BeforeAll
    static void compile() throws IOException {
        unseenFlows = UnseenFlows.compile(Path.of(""), classes);
    }

    @AfterAll
    static void close() throws IOException {
        unseenFlows.close();
    }

    private record Flow(
            Class<? extends FlowProvider> provider, FlowDefinition<?> seen, Map<String, String> parameters) {
        @Override
        public String toString() {
            return seen.name() + parameters;
        }
    }

    static Stream<Flow> flows() {
        return ServiceLoader.load(FlowProvider.class).stream()
                .filter(provider -> provider.type().getName().startsWith("dev.cairn.samples."))
                .filter(provider -> !HARMFUL.contains(provider.type().getPackageName()))
                .map(provider -> new Flow(provider.type(), provider.get().definition(), Map.of()))
                .filter(flow -> !flow.seen.name().equals(WAITS_FOR_ITS_TEST))
                .flatMap(flow -> PARAMETERS.getOrDefault(flow.seen.name(), List.of(DEFAULTS)).stream()
                        .map(parameters -> new Flow(flow.provider, flow.seen, parameters)))
                .sorted(Comparator.comparing(flow -> flow.seen.name().equals("ClassifyFlow"))); // after PenguinFlow
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void resultsAreEqual(Flow flow) throws Exception {
        FlowDefinition<?> unseen = unseenFlows.definition(flow.provider());
        assertThat(unseen.steps()).allMatch(step -> step.access().unanalysed());

        Map<String, TaskRecord> expected = run(flow.seen(), flow.parameters(), SEEN);
        Map<String, TaskRecord> found = run(unseen, flow.parameters(), UNSEEN);

        assertThat(found.keySet()).as(flow.toString()).isEqualTo(expected.keySet());
        Set<String> differences = new TreeSet<>();
        expected.forEach((attempt, record) ->
                differences.addAll(differences(record, found.get(attempt).artifacts())));
        assertThat(differences).as(flow.toString()).isEqualTo(DIFFERENCES.getOrDefault(flow.toString(), Set.of()));
    }

    /** What exists only where bodies are not seen has to be marked as presumed: it holds what a fresh instance does. */
    private static Set<String> differences(TaskRecord expected, Map<String, ArtifactRef> found) {
        Set<String> differences = new TreeSet<>();
        String step = expected.task().step();
        expected.artifacts().forEach((name, ref) -> {
            ArtifactRef other = found.get(name);
            if (other == null) {
                differences.add(step + " has no " + name);
            } else if (!other.address().equals(ref.address())) {
                differences.add(step + " has another " + name);
            }
        });
        found.forEach((name, ref) -> {
            if (!expected.artifacts().containsKey(name) && !ref.presumed()) {
                differences.add(step + " has a " + name);
            }
        });
        return differences;
    }

    private static Map<String, TaskRecord> run(
            FlowDefinition<?> definition, Map<String, String> parameters, Datastore datastore) {
        TextRunBuilder<?> builder = new TextRunBuilder<>(definition).datastore(datastore);
        parameters.forEach(builder::parameterText);
        RunId id;
        try {
            id = builder.run().id();
        } catch (FlowFailedException failure) {
            id = new RunId(failure.runId());
        }
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(id)) {
            return attempts.collect(Collectors.toMap(
                    record -> record.task() + " attempt " + record.attempt() + " " + record.status() + " "
                            + record.next(),
                    record -> record,
                    (first, second) -> first,
                    TreeMap::new));
        }
    }
}
