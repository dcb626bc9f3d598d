package dev.cairn.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where two values differ. */
class TreeDiffTest {
    private static List<String> diff(Tree first, Tree second) {
        return new TreeDiff(first, second)
                .stream()
                        .map(field -> field.path() + ": " + text(field.first()) + " -> " + text(field.second()))
                        .toList();
    }

    private static String text(Optional<Tree> tree) {
        return tree.map(Tree::toString).orElse("nothing");
    }

    private static Tree point(int x, Tree y) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("x", Tree.of(x));
        fields.put("y", y);
        return new Tree.Struct("com.acme.Point", fields);
    }

    @Test
    void fieldsElementsAndEntriesAreNamed() {
        assertThat(diff(Tree.of(List.of(point(1, Tree.of(2)))), Tree.of(List.of(point(1, Tree.of(3))))))
                .containsExactly("[0].y: 2 -> 3");
        assertThat(diff(Tree.of(Map.of("a", List.of(1, 2))), Tree.of(Map.of("a", List.of(1)))))
                .containsExactly("[\"a\"][1]: 2 -> nothing");
        assertThat(diff(point(1, Tree.of("a\u001bb")), point(1, Tree.of(null))))
                .containsExactly(".y: \"a\\u001bb\" -> null");
    }

    @Test
    void membersOfSetsHaveNoPlace() {
        Tree some = new Tree.Sequence("hashset", List.of(Tree.of(1), Tree.of(2), Tree.of(4)));
        Tree others = new Tree.Sequence("hashset", List.of(Tree.of(2), Tree.of(3), Tree.of(4)));

        assertThat(diff(some, others)).containsExactly(": 1 -> nothing", ": nothing -> 3");
    }

    @Test
    void arraysTellTheElementsThatDiffer() {
        assertThat(diff(
                        new Tree.Primitives(new double[] {1, Double.NaN, 3}),
                        new Tree.Primitives(new double[] {1, Double.NaN, 4, 5})))
                .containsExactly("[2]: 3.0 -> 4.0", "[3]: nothing -> 5.0");
    }

    @Test
    void valuesOfDifferentKindsDifferAsWholes() {
        assertThat(diff(Tree.of(List.of(1)), Tree.of("x"))).containsExactly(": [1] -> \"x\"");
        assertThat(diff(point(1, Tree.of(2)), new Tree.Struct("com.acme.Other", Map.of())))
                .containsExactly(": Point{x: 1, y: 2} -> Other{}");
    }

    @Test
    void deepNestingDoesNotOverflow() {
        Tree first = Tree.of(1);
        Tree second = Tree.of(2);
        for (int depth = 0; depth < 5_000; depth++) {
            first = new Tree.Sequence("list", List.of(first));
            second = new Tree.Sequence("list", List.of(second));
        }

        List<FieldDiff> differences = new TreeDiff(first, second).stream().toList();
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).path()).hasSize(3 * 5_000);
        assertThat(SameValue.of(first, second)).isFalse();
    }
}
