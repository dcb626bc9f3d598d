package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredPaths;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A former name has one meaning only. */
final class FormerNameRule implements SourceRule {
    static final String ID = "former-name";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    /** The names of one member: those of today and before. */
    private record Member(String name, List<String> formerNames) {}

    @Override
    public List<Problem> check(FlowSource source) {
        FlowModel flow = source.flow();
        List<Problem> problems = new ArrayList<>();
        checkArtifacts(flow, problems);
        List<StoredPaths.Found> types = StoredPaths.of(flow);
        Map<JavaType, StoredDefinition> definitions = new LinkedHashMap<>();
        types.forEach(found -> definitions.put(found.definition().type(), found.definition()));
        for (StoredPaths.Found found : types) {
            StoredDefinition definition = found.definition();
            String owner = " of " + Text.quoted(definition.type().toString());
            if (definition instanceof StoredDefinition.Struct struct) {
                check("fields", owner, found, fields(struct), problems);
            } else if (definition instanceof StoredDefinition.Enumeration enumeration) {
                check("constants", owner, found, constants(enumeration), problems);
            } else if (definition instanceof StoredDefinition.Sealed sealed) {
                List<StoredDefinition> subtypes = sealed.subtypes().stream()
                        .flatMap(subtype -> Stream.ofNullable(definitions.get(subtype.type())))
                        .toList();
                check("subtypes", owner, found, types(subtypes), problems);
            }
        }
        types.stream()
                .filter(found -> found.path().contains("@Flow(types)"))
                .findFirst()
                .ifPresent(found -> check(
                        "types",
                        " that an `Object` may hold",
                        found,
                        types(List.copyOf(definitions.values())),
                        problems));
        return problems;
    }

    private static List<Member> fields(StoredDefinition.Struct struct) {
        return struct.fields().stream()
                .map(field -> new Member(field.name(), field.formerNames()))
                .toList();
    }

    private static List<Member> constants(StoredDefinition.Enumeration enumeration) {
        return enumeration.constants().stream()
                .map(constant -> new Member(constant.name(), constant.formerNames()))
                .toList();
    }

    /** The classes; of one that is generic, its instances are one. */
    private static List<Member> types(List<StoredDefinition> definitions) {
        return definitions.stream()
                .map(definition -> new Member(definition.type().name().binaryName(), definition.formerNames()))
                .distinct()
                .sorted(Comparator.comparing(Member::name))
                .toList();
    }

    /** A task stores only what exists there, so that what stands beside a name tells nothing. */
    private static void checkArtifacts(FlowModel flow, List<Problem> problems) {
        Map<String, ArtifactModel> claimed = new HashMap<>();
        for (ArtifactModel artifact : flow.artifacts()) {
            for (String formerName : Set.copyOf(artifact.formerNames())) {
                ArtifactModel other = claimed.putIfAbsent(formerName, artifact);
                ArtifactModel owner = flow.artifact(formerName).orElse(artifact);
                if (other != null) {
                    problems.add(twice("artifacts", "", other.name(), artifact.name(), formerName)
                            .at(artifact.position(), ""));
                } else if (owner != artifact) {
                    String headline = "artifact " + Text.quoted(artifact.name()) + " has the former name "
                            + Text.quoted(formerName) + ", but that is another artifact's name now";
                    problems.add(Problem.error(ID, artifact.position(), headline)
                            .fix(
                                    "give the other one a name that no artifact had before: otherwise Cairn does not see which of"
                                            + " the two the " + Text.quoted(formerName) + " of an older run is."));
                }
            }
        }
    }

    private static void check(
            String what, String owner, StoredPaths.Found found, List<Member> members, List<Problem> problems) {
        Position position = found.artifact().position();
        Map<String, String> claimed = new LinkedHashMap<>();
        for (Member member : members) {
            for (String formerName : new LinkedHashSet<>(member.formerNames())) {
                String other = claimed.putIfAbsent(formerName, member.name());
                if (other != null) {
                    problems.add(
                            twice(what, owner, other, member.name(), formerName).at(position, found.path()));
                }
            }
        }
        Set<String> reported = new LinkedHashSet<>();
        for (Member member : members) {
            List<String> circle = circle(member.name(), claimed);
            if (circle.size() > 1 && reported.addAll(circle)) {
                String headline = what + " " + Text.quoted(circle) + owner + " cannot have swapped names";
                problems.add(new Mistake(
                                headline,
                                "give one of them a name that none had before: otherwise Cairn cannot distinguish older values from new"
                                        + " ones.")
                        .at(position, found.path()));
            }
        }
    }

    /** The members that have each other's former names, beginning with {@code name}; empty if it is not among such. */
    private static List<String> circle(String name, Map<String, String> claimed) {
        Set<String> names = new LinkedHashSet<>();
        String next = name;
        while (next != null && names.add(next)) {
            next = claimed.get(next);
        }
        return name.equals(next) ? List.copyOf(names) : List.of();
    }

    private static Mistake twice(String what, String owner, String one, String other, String formerName) {
        String headline = what + " " + Text.quoted(one) + " and " + Text.quoted(other) + owner
                + " both have the former name " + Text.quoted(formerName);
        return new Mistake(
                headline, "keep it on the one whose value older runs stored under it, and remove it from the other.");
    }

    private record Mistake(String headline, String fix) {
        Problem at(Position position, String path) {
            Problem problem = Problem.error(ID, position, headline);
            return (path.isEmpty() ? problem : problem.detail("path", path)).fix(fix);
        }
    }
}
