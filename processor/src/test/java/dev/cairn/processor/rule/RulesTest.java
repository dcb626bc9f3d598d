package dev.cairn.processor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.FlowCompilation;
import org.junit.jupiter.api.Test;

class RulesTest {
    /** The ids stand in messages, in documentation and in {@code @SuppressWarnings}: they do not change. */
    @Test
    void everyRuleHasAnIdOfItsOwn() {
        assertThat(Rules.ids())
                .doesNotHaveDuplicates()
                .containsExactly(
                        "flow-class",
                        "flow-name",
                        "inherited-member",
                        "reserved-name",
                        "colliding-names",
                        "no-start",
                        "several-starts",
                        "no-end",
                        "several-ends",
                        "end-goes-on",
                        "step-annotation",
                        "unknown-step",
                        "duplicate-step",
                        "duplicate-branch",
                        "step-method",
                        "step-parameter",
                        "unknown-artifact",
                        "not-iterable",
                        "switch",
                        "artifact-field",
                        "unstorable-type",
                        "former-name",
                        "default-value",
                        "credential",
                        "parameter-type",
                        "option-name",
                        "decorator",
                        "catch",
                        "unreachable-step",
                        "dead-end",
                        "cycle",
                        "endless-loop",
                        "loop-leaves-branch",
                        "iterations-name",
                        "unjoined-split",
                        "partial-join",
                        "several-joins",
                        "join-without-split",
                        "unrelated-branches",
                        "empty-branch",
                        "item-scope",
                        "item-type");
    }

    @Test
    void everyRuleThatLooksIntoCodeHasAnIdOfItsOwn() {
        assertThat(Rules.codeIds())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(Rules.ids())
                .containsExactlyElementsOf(FlowCompilation.RULES_OF_CODE);
    }
}
