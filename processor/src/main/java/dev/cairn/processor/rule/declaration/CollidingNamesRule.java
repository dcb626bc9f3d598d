package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.name.NameClaim;
import dev.cairn.processor.name.NameClaims;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Everything that is generated has its own name, also where upper and lower case are the same, as in many file systems.
 */
final class CollidingNamesRule implements SourceRule {
    static final String ID = "colliding-names";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        List<Problem> problems = new ArrayList<>(neighbours(source));
        source.namesake().ifPresent(other -> problems.add(namesake(source.flow(), other)));
        Map<List<String>, NameClaim> claims = new HashMap<>();
        for (NameClaim claim : NameClaims.of(source.flow())) {
            NameClaim other =
                    claims.putIfAbsent(List.of(claim.owner(), claim.name().toLowerCase(Locale.ROOT)), claim);
            if (other != null && !other.claimant().equals(claim.claimant())) {
                problems.add(problem(other, claim));
            }
        }
        return problems;
    }

    private static Problem problem(NameClaim first, NameClaim second) {
        String headline = first.name().equals(second.name())
                ? Text.quoted(second.name()) + " would be the name of both " + first.claimant() + " and "
                        + second.claimant()
                : "the names of " + first.claimant() + " and of " + second.claimant() + ", " + Text.quoted(first.name())
                        + " and " + Text.quoted(second.name()) + ", differ only in case";
        return Problem.error(ID, second.position(), headline).fix("rename one of the two.");
    }

    private static Problem namesake(FlowModel flow, ClassRef other) {
        boolean same = String.join("_", flow.flowClass().simpleNames()).equals(String.join("_", other.simpleNames()));
        String headline = "the classes generated for flow " + name(flow.flowClass())
                + (same ? " would have the same names as those" : " would differ only in case from those")
                + " of flow " + name(other);
        return Problem.error(ID, flow.position(), headline).fix("rename one of the two.");
    }

    private static String name(ClassRef flow) {
        return Text.quoted(String.join(".", flow.simpleNames()));
    }

    private static List<Problem> neighbours(FlowSource source) {
        FlowModel flow = source.flow();
        List<Problem> problems = new ArrayList<>();
        for (ClassRef generated : new GeneratedNames(flow.flowClass()).topLevel()) {
            for (String neighbour : new TreeSet<>(source.neighbours())) {
                if (neighbour.equalsIgnoreCase(generated.simpleName())) {
                    String headline = "flow " + Text.quoted(flow.flowClass().simpleName()) + " needs the name "
                            + Text.quoted(generated.simpleName()) + " for a generated class, but its package has "
                            + Text.quoted(neighbour) + " already";
                    problems.add(Problem.error(ID, flow.position(), headline).fix("rename that class, or the flow."));
                }
            }
        }
        return problems;
    }
}
