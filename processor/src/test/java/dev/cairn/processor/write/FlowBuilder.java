package dev.cairn.processor.write;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.ExaminedGraph;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Elements;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.ArtifactModel.ParameterModel;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.DecoratorsModel;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.InputAccess;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.model.TransitionModel.Target;
import dev.cairn.processor.write.source.GeneratedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the models of a flow by hand, and its source. */
public final class FlowBuilder {
    static final Position NOWHERE = new Position() {};
    private static final DecoratorsModel NO_DECORATORS = new DecoratorsModel(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Given<>(0, NOWHERE), "");

    private final String flowClass;
    private boolean isPublic;
    private String documentation = "";
    private List<String> formerNames = List.of();
    private final Map<String, ArtifactModel> artifacts = new LinkedHashMap<>();
    private final Map<String, StepModel> steps = new LinkedHashMap<>();
    private final Map<String, BodyModel> bodies = new HashMap<>();
    private final Set<ClassRef> neighbours = new HashSet<>();

    private FlowBuilder(String flowClass) {
        this.flowClass = flowClass;
    }

    public static FlowBuilder flow(String flowClass) {
        return new FlowBuilder(flowClass);
    }

    public FlowBuilder isPublic() {
        isPublic = true;
        return this;
    }

    /** The compilation has these classes in the package of the flow. */
    FlowBuilder knowing(List<String> simpleNames) {
        String packageName = Types.reference(flowClass).packageName();
        simpleNames.forEach(name -> neighbours.add(ClassRef.of(packageName, name)));
        return this;
    }

    FlowBuilder documentation(String text) {
        documentation = text;
        return this;
    }

    FlowBuilder formerNames(String... names) {
        formerNames = List.of(names);
        return this;
    }

    FlowBuilder parameter(String name, String type, String help) {
        return add(name, Kind.PARAMETER, type, true, new ParameterModel(name, help, false, false, NOWHERE));
    }

    FlowBuilder requiredParameter(String name, String type, String option, String help) {
        return add(name, Kind.PARAMETER, type, false, new ParameterModel(option, help, true, false, NOWHERE));
    }

    FlowBuilder constant(String name, String type) {
        return add(name, Kind.CONSTANT, type, true, null);
    }

    public FlowBuilder artifact(String name, String type) {
        return add(name, Kind.ARTIFACT, type, false, null);
    }

    FlowBuilder initialised(String name, String type) {
        return add(name, Kind.ARTIFACT, type, true, null);
    }

    private FlowBuilder add(String name, Kind kind, String type, boolean initialised, ParameterModel parameter) {
        JavaType javaType = Types.type(type);
        artifacts.put(
                name,
                new ArtifactModel(
                        name,
                        kind,
                        javaType,
                        new StoredType.Any(javaType),
                        initialised,
                        "",
                        List.of(),
                        Optional.ofNullable(parameter),
                        elements(javaType),
                        List.of(),
                        NOWHERE));
        return this;
    }

    /** What the tests iterate over: lists, maps, arrays and numbers. */
    private static Optional<Elements> elements(JavaType type) {
        if (type instanceof JavaType.Array array) {
            return Optional.of(elements(Elements.Shape.ARRAY, array.component()));
        } else if (type instanceof JavaType.Primitive number && number.keyword().equals("int")) {
            return Optional.of(elements(Elements.Shape.RANGE, Types.type("java.lang.Integer")));
        } else if (type instanceof JavaType.Declared declared
                && declared.name().packageName().equals("java.util")) {
            return switch (declared.name().simpleName()) {
                case "List" ->
                    Optional.of(elements(
                            Elements.Shape.ITERABLE, declared.arguments().get(0)));
                case "Map" ->
                    Optional.of(elements(
                            Elements.Shape.MAP,
                            new JavaType.Declared(Types.reference("java.util.Map.Entry"), declared.arguments())));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static Elements elements(Elements.Shape shape, JavaType type) {
        return new Elements(shape, type, new StoredType.Any(type));
    }

    public FlowBuilder linear(String step, String next, StepParameter... parameters) {
        return step(step, new TransitionModel.Linear(target(next)), parameters);
    }

    public FlowBuilder split(String step, List<String> next, StepParameter... parameters) {
        return step(
                step,
                new TransitionModel.Split(next.stream().map(FlowBuilder::target).toList()),
                parameters);
    }

    public FlowBuilder foreach(String step, String artifact, String next, StepParameter... parameters) {
        return step(step, new TransitionModel.Foreach(List.of(target(next)), artifact, NOWHERE), parameters);
    }

    FlowBuilder choice(String step, String artifact, String ifTrue, String ifFalse, StepParameter... parameters) {
        List<TransitionModel.Switch.Case> cases = List.of(
                new TransitionModel.Switch.Case("true", NOWHERE, target(ifTrue)),
                new TransitionModel.Switch.Case("false", NOWHERE, target(ifFalse)));
        return step(step, new TransitionModel.Switch(artifact, NOWHERE, cases, List.of(), 1000), parameters);
    }

    /** A switch over an {@code int}: 0 leads to the first path, 1 to the next. */
    FlowBuilder cases(String step, String artifact, List<String> paths) {
        List<TransitionModel.Switch.Case> cases = new ArrayList<>();
        paths.forEach(path ->
                cases.add(new TransitionModel.Switch.Case(Integer.toString(cases.size()), NOWHERE, target(path))));
        String last = paths.get(paths.size() - 1);
        return step(step, new TransitionModel.Switch(artifact, NOWHERE, cases, List.of(target(last)), 1000));
    }

    FlowBuilder loop(
            String step, String artifact, String back, String on, int maxIterations, StepParameter... parameters) {
        TransitionModel.Switch.Case again = new TransitionModel.Switch.Case("again", NOWHERE, target(back));
        return step(
                step,
                new TransitionModel.Switch(artifact, NOWHERE, List.of(again), List.of(target(on)), maxIterations),
                parameters);
    }

    public FlowBuilder end(String step, StepParameter... parameters) {
        return step(step, new TransitionModel.End(), parameters);
    }

    private FlowBuilder step(String name, TransitionModel transition, StepParameter... parameters) {
        steps.put(
                name,
                new StepModel(
                        name,
                        transition,
                        Arrays.asList(parameters),
                        false,
                        false,
                        NO_DECORATORS,
                        "",
                        List.of(),
                        NOWHERE,
                        NOWHERE));
        return this;
    }

    /** What a step reads and what it assigns on every path. */
    FlowBuilder body(String step, Set<String> reads, Set<String> assigns) {
        bodies.put(
                step,
                new BodyModel(reads, Set.of(), assigns, assigns, Set.of(), false, BodyModel.PlaceRead.NOTHING, false));
        return this;
    }

    static StepParameter context() {
        return new StepParameter.Context("task", NOWHERE);
    }

    static StepParameter item(String artifact, String type) {
        return new StepParameter.Item("item", artifact, Types.type(type), NOWHERE);
    }

    static StepParameter index() {
        return new StepParameter.Index("index", "", Types.type("int"), NOWHERE);
    }

    public static StepParameter inputs(String type) {
        return new StepParameter.JoinInputs("inputs", type, NOWHERE);
    }

    private static Target target(String step) {
        return new Target(step, NOWHERE);
    }

    public FlowModel model() {
        return new FlowModel(
                Types.reference(flowClass),
                isPublic,
                Types.reference(flowClass).simpleName(),
                documentation,
                formerNames,
                new ArrayList<>(artifacts.values()),
                new ArrayList<>(steps.values()),
                List.of(),
                List.of(),
                NOWHERE);
    }

    /** How the data of the flow moves, where every join merges all that comes in. */
    public DataFlow data() {
        return data(bodies);
    }

    public DataFlow data(Map<String, BodyModel> bodies) {
        FlowModel flow = model();
        Map<String, StepBody> steps = new LinkedHashMap<>();
        flow.steps().forEach(step -> {
            if (bodies.containsKey(step.name())) {
                steps.put(step.name(), body(bodies.get(step.name()), step.joins() ? artifacts.keySet() : Set.of()));
            }
        });
        return flowGraph(flow)
                .dataFlow(new FlowBodies(steps, Set.of(), Set.of(), List.of(), List.of(), Optional.empty()));
    }

    private static StepBody body(BodyModel model, Set<String> merged) {
        return new StepBody(
                model,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                merged,
                merged,
                InputAccess.NONE,
                List.of());
    }

    private static ExaminedGraph flowGraph(FlowModel flow) {
        StepModel end = flow.steps().stream()
                .filter(step -> step.transition() instanceof TransitionModel.End)
                .findFirst()
                .orElseThrow();
        return new ExaminedGraph(flow, flow.steps().get(0), Optional.of(end), Optional.empty(), true);
    }

    Map<String, BodyModel> bodies() {
        return Map.copyOf(bodies);
    }

    /** The files of the flow. */
    public List<GeneratedFile> write() {
        return new FlowWriter(
                        "0.1.0-SNAPSHOT", type -> type.packageName().startsWith("javax.") || neighbours.contains(type))
                .write(data());
    }

    /** The text of a generated class. */
    public String write(String suffix) {
        return write().stream()
                .filter(file -> file.name().simpleName().endsWith(suffix))
                .map(GeneratedFile::text)
                .findFirst()
                .orElseThrow();
    }
}
