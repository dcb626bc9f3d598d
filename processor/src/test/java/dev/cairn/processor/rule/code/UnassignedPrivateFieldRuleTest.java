package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnassignedPrivateFieldRule}: {@code [cairn:unassigned-private-field]}. */
class UnassignedPrivateFieldRuleTest {
    @Test
    void anotherStepAssignedIt() {
        assertThat(allProblems("""
                        transient StringBuilder scratch;
                        String _name;
                        @Step(next = "end") void start() { scratch = new StringBuilder(); _name = "x"; }
                        @Step void end() { System.out.println(scratch.append(_name)); }
                        """)).isEqualTo("""
                        4:39 error [cairn:unassigned-private-field] transient field `scratch` is read in step `end`, which has not assigned it
                            fix:   assign it in this step first, or where it is declared: a transient field lives for one task only. To pass its value on, remove `transient`.
                        4:54 error [cairn:unassigned-private-field] field `_name` is read in step `end`, which has not assigned it
                            fix:   assign it in this step first, or where it is declared: a field whose name begins with an underscore lives for one task only. To pass its value on, give it another name.""");
    }

    @Test
    void assignedOnSomePaths() {
        assertThat(allProblems("""
                        transient StringBuilder scratch;
                        @Step(next = "end") void start(TaskContext task) { if (task.attempt() > 0) scratch = new StringBuilder(); use(); }
                        void use() { scratch.append("x"); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:14 warning [cairn:unassigned-private-field] transient field `scratch` is read in step `start` (through `use`), which assigns it on some paths only
                            fix:   assign it in this step first, or where it is declared: a transient field lives for one task only. To pass its value on, remove `transient`.""");
    }

    @Test
    void aTextThatIsExtended() {
        assertThat(allProblems("""
                        transient String log;
                        @Step(next = "end") void start() { log += "started"; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:36 error [cairn:unassigned-private-field] transient field `log` is read in step `start`, which has not assigned it
                            fix:   assign it in this step first, or where it is declared: a transient field lives for one task only. To pass its value on, remove `transient`.""");
    }

    @Test
    void acceptsInitialisedFields() {
        assertThat(allProblems("""
                        transient StringBuilder scratch = new StringBuilder();
                        transient int size;
                        transient String name;
                        { name = "x"; }
                        @Step(next = "end") void start() { scratch.append(name); }
                        @Step void end() { size = 1; System.out.println(size + scratch.length()); }
                        """)).isEmpty();
    }

    @Test
    void acceptsAPrimitiveThatIsCountedUp() {
        assertThat(allProblems("""
                        transient int calls;
                        @Step(next = "end") void start() { count(); count(); }
                        void count() { calls++; }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAFieldThatIsAssignedWhenItIsFirstAskedFor() {
        assertThat(allProblems("""
                        transient Random random;
                        transient String name;
                        @Step(next = "end") void start() {
                            System.out.println(random().nextInt());
                            if (null != this.name && name.isEmpty()) System.out.println(name);
                            name = "x";
                        }
                        Random random() {
                            if (random == null) {
                                random = new Random(1);
                            }
                            return random;
                        }
                        @Step void end() { System.out.println(random().nextInt()); }
                        """)).isEmpty();
    }

    @Test
    void refusesToAskForWhatTheStepNeverAssigns() {
        assertThat(allProblems("""
                        transient Random random;
                        @Step(next = "end") void start() { random = new Random(1); }
                        @Step void end() { if (random != null) System.out.println(random.nextInt()); }
                        """)).isEqualTo("""
                        3:24 error [cairn:unassigned-private-field] transient field `random` is read in step `end`, which has not assigned it
                            fix:   assign it in this step first, or where it is declared: a transient field lives for one task only. To pass its value on, remove `transient`.""");
    }

    @Test
    void warnsOfAFieldThatIsUsedWhereItIsNull() {
        assertThat(allProblems("""
                        transient Random random;
                        @Step(next = "end") void start() { if (random == null) { System.out.println(random.nextInt()); } random = new Random(); }
                        @Step void end() {}
                        """))
                .startsWith(
                        "2:77 error [cairn:unassigned-private-field] transient field `random` is read in step `start`");
    }

    @Test
    void acceptsWhatUnseenCodeOfTheStepMayHaveAssigned() {
        assertThat(allProblems("""
                        transient String log;
                        @Step(next = "end") void start() { if (Math.random() > 0.5) log = "x"; System.out.println(log); List.of(this); }
                        @Step void end() {}
                        """))
                .startsWith("2:105 note [cairn:leaking-this]")
                .doesNotContain("[cairn:unassigned-private-field]");
    }

    /** The class may inherit a field of that name, which only the compiler knows. */
    @Test
    void inAClassWithinAStepNothingIsCertain() {
        assertThat(allProblems("""
                        transient String log;
                        @Step(next = "end") void start() { new Thread() { @Override public void run() { System.out.println(log); } }.start(); }
                        @Step void end() {}
                        """))
                .startsWith(
                        "2:100 warning [cairn:unassigned-private-field] transient field `log` is read in step `start`, which has not assigned it");
        assertThat(allProblems("""
                        transient String log;
                        @Step(next = "end") void start() { if (Math.random() > 0.5) log = "x"; new Thread() { @Override public void run() { System.out.println(log); } }.start(); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAQuestionWhereSomePathsAssignIt() {
        assertThat(allProblems("""
                        transient String log;
                        @Step(next = "end") void start() { if (Math.random() > 0.5) log = "x"; if (log != null) System.out.println(log); }
                        @Step void end() {}
                        """)).isEmpty();
    }
}
