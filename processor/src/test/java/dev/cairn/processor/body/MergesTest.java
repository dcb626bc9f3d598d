package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.joinFacts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MergesTest {
    @Test
    void mergeIntoDoesNotLeak() {
        assertThat(joinFacts("inputs.mergeInto(this);")).isEqualTo("nothing");
        assertThat(joinFacts("inputs.mergeInto(this); use(a);")).isEqualTo("reads a");
        assertThat(joinFacts("inputs.mergeInto(F.this, only(Name.A));")).isEqualTo("nothing");
        assertThat(joinFacts("inputs.mergeInto(new F());")).isEqualTo("nothing");
        assertThat(joinFacts("use(inputs.size()); ")).isEqualTo("nothing");
    }

    @Test
    void whatIsAssignedOnEveryPathBeforeItIsSet() {
        assertThat(joinFacts("a = 1; inputs.mergeInto(this);")).isEqualTo("assigns a; before merge a");
        assertThat(joinFacts("inputs.mergeInto(this); a = 1;")).isEqualTo("assigns a");
        assertThat(joinFacts("if (test()) a = 1; b = 1; inputs.mergeInto(this);"))
                .isEqualTo("assigns b; may a; before merge b");
        assertThat(joinFacts("a = 1; if (test()) { b = 1; inputs.mergeInto(this); } else inputs.mergeInto(this);"))
                .isEqualTo("assigns a; may b; before merge a");
        assertThat(joinFacts("inputs.mergeInto(this); a = 1; inputs.mergeInto(this);"))
                .isEqualTo("assigns a");
        assertThat(joinFacts("try { a = 1; } catch (RuntimeException e) { } inputs.mergeInto(this);"))
                .isEqualTo("may a");
        assertThat(joinFacts("for (;;) { inputs.mergeInto(this); a = 1; if (test()) break; }"))
                .isEqualTo("assigns a");
        assertThat(joinFacts("inputs.mergeInto(this, number(a = 1) > 0 ? only() : all());"))
                .isEqualTo("assigns a; before merge a");
    }

    @Test
    void onlyTheCallsThatSelectAnArtifactMatterToIt() {
        assertThat(joinFacts("inputs.mergeInto(this, only(Name.A)); b = 1; inputs.mergeInto(this, only(Name.B));"))
                .isEqualTo("assigns b; before merge b");
        assertThat(joinFacts("inputs.mergeInto(this, except(Name.B)); b = 1; inputs.mergeInto(this);"))
                .isEqualTo("assigns b; before merge b");
        assertThat(joinFacts("a = 1; inputs.mergeInto(this, only(Name.B));")).isEqualTo("assigns a");
        assertThat(
                        joinFacts(
                                "Merge some = only(Name.A); inputs.mergeInto(this, some); b = 1; inputs.mergeInto(this, only(Name.B));"))
                .isEqualTo("assigns b");
        assertThat(joinFacts("a = 1; use(this); b = 1; inputs.mergeInto(this, only(Name.B));"))
                .isEqualTo("assigns a, b; before merge a; everything");
    }

    @Test
    void helpersMayMerge() {
        assertThat(joinFacts("a = 1; merge(inputs);", "void merge(JoinInputs in) { b = 1; in.mergeInto(this); }"))
                .isEqualTo("assigns a, b; before merge a, b");
        assertThat(joinFacts("run(() -> { a = 1; inputs.mergeInto(this); }); b = 1; "))
                .isEqualTo("assigns b; may a; before merge a");
        assertThat(
                        joinFacts(
                                "a = 1; merge(inputs, 2);",
                                "void merge(JoinInputs in, int i) { if (i > 0) { b = 1; merge(in, i - 1); } in.mergeInto(this); }"))
                .isEqualTo("assigns a; may b; before merge a");
        assertThat(joinFacts("a = 1; JoinInputs mine = inputs; mine.mergeInto(this); b = 1;"))
                .isEqualTo("assigns a, b; before merge a");
    }

    @Test
    void whoeverGetsThisMayMerge() {
        assertThat(joinFacts("a = 1; use(inputs, this); b = 1; inputs.mergeInto(this);"))
                .isEqualTo("assigns a, b; before merge a; everything");
        assertThat(joinFacts("a = 1; var mine = inputs; mine.mergeInto(this); b = 1;"))
                .isEqualTo("assigns a, b; before merge a; everything");
        assertThat(joinFacts("use(this); a = 1; inputs.mergeInto(this);")).isEqualTo("assigns a; everything");
    }

    @Test
    void onlyAJoinMerges() {
        assertThat(
                        Bodies.facts(
                                "a = 1; merge(null);",
                                "void merge(JoinInputs in) { in.mergeInto(this); } @Step void join(JoinInputs in) { merge(in); }"))
                .isEqualTo("assigns a");
    }

    @Test
    void aParameterOfAnotherTypeLeaks() {
        assertThat(
                        Bodies.facts(
                                "help(null);",
                                "void help(OtherInputs in) { in.mergeInto(this); } interface OtherInputs { void mergeInto(F f); }"))
                .isEqualTo("everything");
        assertThat(joinFacts("inputs.mergeInto(this);", "static class JoinInputs { void mergeInto(F f) {} }"))
                .isEqualTo("everything");
    }

    @Test
    void selectionsAreTold() {
        assertThat(merges("inputs.mergeInto(this);")).containsExactly("ALL [] set [] maybe [] at 2:1");
        assertThat(merges("a = 1; if (test()) b = 1; inputs.mergeInto(this, only(Name.A, Environment.Name.B));"))
                .containsExactly("ONLY [a, b] set [a] maybe [b] at 2:27");
        assertThat(merges("inputs.mergeInto(this, Merge.except(Name.YES));"))
                .containsExactly("EXCEPT [yes] set [] maybe [] at 2:1");
        assertThat(merges("inputs.mergeInto(this, all());")).containsExactly("ALL [] set [] maybe [] at 2:1");
        assertThat(merges("Merge most = all(); inputs.mergeInto(this, most);"))
                .containsExactly("UNKNOWN [] set [] maybe [] at 2:21");
        assertThat(merges("Name A = Name.B; inputs.mergeInto(this, only(A));"))
                .containsExactly("UNKNOWN [] set [] maybe [] at 2:18");
        assertThat(merges("inputs.mergeInto(this, only(Name.values()));"))
                .containsExactly("UNKNOWN [] set [] maybe [] at 2:1");
        assertThat(merges("while (test()) { inputs.mergeInto(this); a = 1; }"))
                .containsExactly("ALL [] set [] maybe [a] at 2:18");
    }

    @Test
    void whatIsMergedIsTold() {
        assertThat(merged("inputs.mergeInto(this, only(Name.A));")).isEqualTo("must [a] may [a]");
        assertThat(
                        merged(
                                "if (test()) inputs.mergeInto(this, only(Name.A, Name.B)); else inputs.mergeInto(this, only(Name.B));"))
                .isEqualTo("must [b] may [a, b]");
        assertThat(merged("inputs.mergeInto(this, except(Name.A, Name.B, Name.C, Name.TEXT));"))
                .isEqualTo("must [d, words, yes] may [d, words, yes]");
        assertThat(merged("run(() -> inputs.mergeInto(this, only(Name.A)));")).isEqualTo("must [] may [a]");
        assertThat(merged("Merge some = only(Name.A); inputs.mergeInto(this, some);"))
                .isEqualTo("must [] may [a, b, c, d, text, words, yes]");
    }

    @Test
    void aReadSaysWhetherItComesAfterAMerge() {
        assertThat(reads("use(a); inputs.mergeInto(this, only(Name.A)); use(a, b);"))
                .containsExactly("a read at 2:5", "a read at 2:51, merged always", "b read at 2:54");
        assertThat(reads("if (test()) inputs.mergeInto(this); use(a);"))
                .containsExactly("a read at 2:41, merged maybe");
        assertThat(reads("run(() -> use(a)); inputs.mergeInto(this);")).containsExactly("a read at 2:15, merged maybe");
    }

    private static List<String> reads(String body) {
        return ofJoin(body, step -> step.reads().stream().map(Places::of).toList());
    }

    private static String merged(String body) {
        return ofJoin(
                body,
                step -> "must " + new java.util.TreeSet<>(step.mustMerge()) + " may "
                        + new java.util.TreeSet<>(step.mayMerge()));
    }

    private static List<String> merges(String body) {
        return ofJoin(
                body,
                step -> step.merges().stream()
                        .map(merge -> merge.selection() + " " + merge.names() + " set " + merge.assignedBefore()
                                + " maybe " + merge.maybeAssignedBefore() + " at " + Places.of(merge.position()))
                        .toList());
    }

    private static <T> T ofJoin(
            String body, java.util.function.Function<dev.cairn.processor.model.StepBody, T> question) {
        return Bodies.of(
                "@Step void join(JoinInputs inputs) {\n" + body + "\n}\n",
                bodies -> question.apply(bodies.step("join")));
    }
}
