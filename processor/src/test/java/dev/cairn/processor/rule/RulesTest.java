package dev.cairn.processor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cairn.processor.rule.code.CodeRules;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Rule;
import dev.cairn.processor.rule.common.Rule.Spoils;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void everyRuleHasAnIdOfItsOwn() {
        assertThat(Rules.ALL).extracting(Rule::id).doesNotHaveDuplicates();
    }

    /** The id of {@code UnknownStepRule} is {@code unknown-step}: who reads a message finds the class, and its test. */
    @Test
    void everyRuleIsNamedByItsId() {
        assertThat(Rules.ALL).allSatisfy(rule -> {
            String name = rule.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1");
            assertThat(name.toLowerCase(Locale.ROOT)).isEqualTo(rule.id() + "-rule");
        });
    }

    /** A rule that no list names would be asked by nobody. */
    @Test
    void everyRuleIsAsked() {
        assertThat(Rules.ALL.stream().map(rule -> rule.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(new ClassFileImporter()
                        .importPackages("dev.cairn.processor.rule").stream()
                                .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
                                .map(JavaClass::getName)
                                .toList());
    }

    /** Where it is nothing, the rules for data are asked all the same. */
    @Test
    void whatIsInDoubtWhereARuleIsBroken() {
        assertThat(Rules.ALL)
                .filteredOn(rule -> rule.spoils() == Spoils.EDGES)
                .extracting(Rule::id)
                .containsExactlyInAnyOrder("end-goes-on", "no-end", "several-ends", "step-annotation");
        assertThat(Rules.ALL)
                .filteredOn(rule -> rule.spoils() == Spoils.NOTHING)
                .extracting(Rule::id)
                .containsExactlyInAnyOrder(
                        "artifact-field",
                        "colliding-names",
                        "decorator",
                        "default-value",
                        "fixed-value",
                        "flow-class",
                        "flow-name",
                        "former-name",
                        "inherited-member",
                        "item-type",
                        "iterations-name",
                        "not-iterable",
                        "option-name",
                        "parameter-assignment",
                        "parameter-type",
                        "reserved-name",
                        "secret-default",
                        "secret-transition",
                        "secret-value",
                        "unassigned-private-field",
                        "unknown-artifact",
                        "unknown-method",
                        "unstorable-type");
        assertThat(Rules.ALL).extracting(Rule::spoils).doesNotContainNull();
    }

    @Test
    void thoseForCodeAreThoseThatLookIntoIt() {
        assertThat(Rules.ALL)
                .filteredOn(rule -> rule instanceof BodyRule || rule instanceof DataRule)
                .isEqualTo(CodeRules.ALL);
    }
}
