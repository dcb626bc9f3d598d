package dev.cairn.engine.fingerprint;

import dev.cairn.datastore.Address;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes the fingerprints of one flow. Used once, by one thread. */
final class FingerprintComputation {
    /** The version of the rules by which code is written as text and followed. It rises with each change that could make another hash. */
    static final int RULES = 2;

    private final FlowDefinition<?> definition;
    private final Set<String> packages;
    private final Map<String, String> steps = new LinkedHashMap<>();
    private final ReachedCodeBuilder reached = new ReachedCodeBuilder();
    private final Set<String> unreadable = new TreeSet<>();
    private final Map<String, Set<String>> unseen = new TreeMap<>();

    FingerprintComputation(FlowDefinition<?> definition, Set<String> packages) {
        this.definition = definition;
        this.packages = packages;
    }

    FlowFingerprints compute() {
        Class<?> flowClass = definition.flowClass();
        String flowName = flowClass.getName().replace('.', '/');
        try {
            if (CairnClasses.isCairn(flowName)) {
                throw new UnreadableCodeException("class " + flowClass.getName() + " is in a package of Cairn");
            }
            CodeLocation home = CodeLocation.of(flowName, flowClass.getClassLoader())
                    .orElseThrow(() -> new UnreadableCodeException(
                            "class " + flowClass.getName() + " has no class file that its class loader finds"));
            Map<String, byte[]> all = home.classes();
            EnteredClasses entered = EnteredClasses.of(home, all, flowName, packages);
            Program program = Program.of(all, entered, new ExternalTypes(flowClass.getClassLoader()));
            ClassFile flow = program.find(flowName);
            if (flow == null) {
                throw new UnreadableCodeException("class " + flowClass.getName() + " is not in " + home.path());
            }
            compute(program, flow, new Libraries(flowClass.getClassLoader(), home, all, entered));
        } catch (UnreadableCodeException | RuntimeException e) { // malformed class files throw any
            steps.clear();
            unreadable.add("The code of flow `" + definition.name() + "` cannot be read, so no step can be reused: "
                    + e.getMessage() + ".");
        }
        List<String> sentences = Stream.concat(
                        unreadable.stream(), unseen.entrySet().stream().map(FingerprintComputation::sentence))
                .toList();
        return new FlowFingerprints(steps, steps.isEmpty() ? ReachedCode.NONE : reached.build(), sentences);
    }

    private void compute(Program program, ClassFile flow, Libraries libraries) {
        Units units = new Units(program, flow);
        Set<String> parameters =
                definition.parameters().stream().map(ArtifactDefinition::name).collect(Collectors.toSet());
        for (StepDefinition step : definition.steps()) {
            Reach reach = new Reach(program, units, flow, parameters);
            List<StepMethod> methods = methods(program, flow, step.name());
            methods.forEach(method -> reach.addMethod(method.owner(), method.key()));
            addFirstValues(step, program, flow, reach);
            if (methods.isEmpty()) {
                unreadable.add("Step `" + step.name() + "` has no method in the class file of "
                        + definition.flowClass().getName() + ", so it cannot be reused.");
            } else {
                hash(flow, reach.follow(), libraries, step.name()).ifPresent(hash -> steps.put(step.name(), hash));
                addUnseen(step.name(), reach.unseen());
            }
        }
    }

    /** The first step stores what the fields of a new flow have, and a join those that it may change. */
    private void addFirstValues(StepDefinition step, Program program, ClassFile flow, Reach reach) {
        boolean first = step.name().equals(definition.steps().get(0).name());
        for (ArtifactDefinition artifact : definition.artifacts()) {
            if (first || step.joins() && step.access().changes(artifact.name())) {
                reach.addInitialiser(artifact.name());
            }
        }
        ClassFile superclass = flow.superName() == null ? null : program.find(flow.superName());
        if (first && superclass != null) {
            reach.addConstructors(superclass);
        }
    }

    private void addUnseen(String step, Map<String, Set<String>> byPlace) {
        byPlace.forEach((place, what) ->
                what.forEach(each -> unseen.computeIfAbsent("`" + place + "` " + each, key -> new TreeSet<>())
                        .add(step)));
    }

    /** A method by the class that declares it, and what tells it apart there. */
    private record StepMethod(String owner, String key) {}

    /** The methods that a step may be: that with the annotation, or else each of its name. */
    private static List<StepMethod> methods(Program program, ClassFile flow, String step) {
        ClassFile owner = flow;
        while (owner != null) {
            String name = owner.name();
            List<Member> named = owner.methods().values().stream()
                    .filter(method -> method.name().equals(step) && method.isVirtual())
                    .toList();
            List<Member> marked = named.stream().filter(Member::step).toList();
            if (!named.isEmpty()) {
                return (marked.isEmpty() ? named : marked)
                        .stream()
                                .map(method -> new StepMethod(name, method.key()))
                                .toList();
            }
            owner = owner.superName() == null ? null : program.find(owner.superName());
        }
        return List.of();
    }

    private Optional<String> hash(ClassFile flow, Reach reach, Libraries libraries, String step) {
        try {
            Set<String> lines = new TreeSet<>();
            reached.step(step);
            reach.units().forEach(unit -> lines.add("unit " + unit));
            reach.parts().forEach((part, texts) -> texts.forEach(text -> reached.add(part, text)));
            for (Library library : libraries.of(reach.external())) {
                lines.add("library " + library.name());
                reached.add(new CodePart(CodePart.Kind.LIBRARY, library.file()), library.name());
            }
            for (String field : reach.fields()) {
                definition.findArtifact(field).ifPresent(artifact -> {
                    String schema =
                            HexFormat.of().formatHex(artifact.codec().schema().hash());
                    lines.add("artifact " + field + " " + schema);
                    reached.add(new CodePart(CodePart.Kind.ARTIFACT, field), schema);
                });
            }
            byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return Optional.of(form(flow) + Address.ofContent(text));
        } catch (UnreadableCodeException e) {
            unreadable.add("The code of step `" + step + "` cannot be read: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** How it was made: what differs there says nothing of the code. */
    private String form(ClassFile flow) {
        String entered = packages.isEmpty() ? "" : String.join(",", new TreeSet<>(packages)) + ":";
        return RULES + ":" + flow.version() + ":" + entered;
    }

    private static String sentence(Map.Entry<String, Set<String>> unseen) {
        String steps = unseen.getValue().stream().map(step -> "`" + step + "`").collect(Collectors.joining(", "));
        return unseen.getKey() + ": when that changes, "
                + (unseen.getValue().size() == 1 ? "step " + steps + " is" : "steps " + steps + " are")
                + " not run again.";
    }
}
