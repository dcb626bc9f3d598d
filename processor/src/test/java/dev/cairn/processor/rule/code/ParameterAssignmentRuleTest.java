package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link ParameterAssignmentRule}: {@code [cairn:parameter-assignment]}. */
class ParameterAssignmentRuleTest {
    @Test
    void inAStepAndInAHelper() {
        assertThat(allProblems("""
                        @Parameter int limit = 3;
                        @Parameter List<String> names = List.of();
                        @Step(next = "end") void start() { limit++; names = new ArrayList<>(names); }
                        @Step void end() { raise(); }
                        void raise() { this.limit = limit * 2; }
                        """)).isEqualTo("""
                        3:36 error [cairn:parameter-assignment] parameter `limit` is assigned, but steps can only read parameters
                            fix:   keep the new value in a separate field, and read that from then on.
                        3:45 error [cairn:parameter-assignment] parameter `names` is assigned, but steps can only read parameters
                            fix:   keep the new value in a separate field, and read that from then on.
                        5:20 error [cairn:parameter-assignment] parameter `limit` is assigned, but steps can only read parameters
                            fix:   keep the new value in a separate field, and read that from then on.""");
    }

    @Test
    void acceptsLocalVariablesOfTheSameName() {
        assertThat(allProblems("""
                        @Parameter int limit = 3;
                        @Step(next = "end") void start() { int limit = this.limit; limit++; System.out.println(limit); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAnInitialiserBlock() {
        assertThat(allProblems("""
                        @Parameter int limit;
                        { limit = 3; }
                        @Step(next = "end") void start() { System.out.println(limit); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void aSecret() {
        assertThat(allProblems("""
                        @Parameter(secret = true) String key;
                        @Step(next = "end") void start() { key = key.trim(); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:36 error [cairn:parameter-assignment] parameter `key` is assigned, but steps can only read parameters
                            fix:   keep the new value in a local variable or a transient field, which are not stored.""");
    }

    /** The class may inherit a field of that name, which only the compiler knows. */
    @Test
    void inAClassWithinAStepItIsNotCertain() {
        assertThat(allProblems("""
                        @Parameter int limit = 3;
                        @Step(next = "end") void start() { new Thread() { @Override public void run() { limit = 4; } }.start(); }
                        @Step void end() { System.out.println(limit); }
                        """)).isEqualTo("""
                        2:81 warning [cairn:parameter-assignment] parameter `limit` is assigned, but steps can only read parameters
                            fix:   keep the new value in a separate field, and read that from then on.""");
    }
}
