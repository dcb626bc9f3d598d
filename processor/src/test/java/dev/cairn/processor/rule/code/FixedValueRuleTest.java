package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link FixedValueRule}: {@code [cairn:fixed-value]}. */
class FixedValueRuleTest {
    @Test
    void aConstantThatIsFilled() {
        assertThat(allProblems("""
                        final List<Integer> results = new ArrayList<>();
                        @Step(next = "end") void start() { results.add(1); }
                        @Step void end() { System.out.println(results); }
                        """)).isEqualTo("""
                        2:47 error [cairn:fixed-value] constant `results` is changed in place, but a constant keeps its value for the whole run
                            fix:   remove `final`: then it is an artifact, and later steps see the change.""");
    }

    @Test
    void parametersOfManyTypes() {
        assertThat(allProblems("""
                        @Parameter List<String> names = new ArrayList<>();
                        @Parameter int[] sizes = {1};
                        @Parameter List<int[]> rows = List.of();
                        @Step(next = "end") void start() {
                            Collections.sort(names);
                            sizes[0]++;
                            for (int[] row : rows) row[0] = 1;
                            List<String> others = names;
                            others.clear();
                        }
                        @Step void end() { List.of("a").forEach(names::add); new Thread(() -> names.remove("b")).start(); }
                        """)).isEqualTo("""
                        5:21 error [cairn:fixed-value] parameter `names` is changed in place, but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.
                        6:13 error [cairn:fixed-value] parameter `sizes` is changed in place, but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.
                        7:35 error [cairn:fixed-value] parameter `rows` is changed in place, but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.
                        9:17 error [cairn:fixed-value] parameter `names` is changed in place, but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.
                        11:41 error [cairn:fixed-value] parameter `names` is changed in place, but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.
                        11:83 error [cairn:fixed-value] parameter `names` is changed in place, but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.""");
    }

    @Test
    void membersOfAConstant() {
        assertThat(allProblems("""
                        final Box box = new Box();
                        static class Box { int size; List<String> tags = new ArrayList<>(); List<String> tags() { return tags; } void setSize(int size) { this.size = size; } }
                        @Step(next = "end") void start() { box.size = 1; box.setSize(2); box.tags().add(""); }
                        @Step void end() { System.out.println(box); }
                        """)).isEqualTo("""
                        3:45 error [cairn:fixed-value] constant `box` is changed in place, but a constant keeps its value for the whole run
                            fix:   remove `final`: then it is an artifact, and later steps see the change.
                        3:61 error [cairn:fixed-value] constant `box` is changed in place, but a constant keeps its value for the whole run
                            fix:   remove `final`: then it is an artifact, and later steps see the change.
                        3:80 error [cairn:fixed-value] constant `box` is changed in place, but a constant keeps its value for the whole run
                            fix:   remove `final`: then it is an artifact, and later steps see the change.""");
    }

    @Test
    void inHelpers() {
        assertThat(allProblems("""
                        @Parameter List<String> names = new ArrayList<>();
                        @Step(next = "end") void start() { fill(names); own(); }
                        @Step void end() { own(); }
                        void fill(List<String> list) { list.add("x"); }
                        void own() { names.clear(); }
                        """)).isEqualTo("""
                        2:41 error [cairn:fixed-value] parameter `names` is changed in place (through `fill`), but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.
                        5:25 error [cairn:fixed-value] parameter `names` is changed in place (through `own`), but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.""");
    }

    @Test
    void perhaps() {
        assertThat(allProblems("""
                        @Parameter List<String> names = new ArrayList<>();
                        List<String> others = new ArrayList<>();
                        @Step(next = "end") void start() { (names.isEmpty() ? others : names).add("x"); }
                        @Step void end() { System.out.println(others); }
                        """)).isEqualTo("""
                        3:74 warning [cairn:fixed-value] parameter `names` may be changed in place, but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.""");
    }

    @Test
    void acceptsCopies() {
        assertThat(allProblems("""
                        @Parameter List<String> names = new ArrayList<>();
                        final List<Integer> sizes = List.of(1, 2);
                        List<String> all;
                        @Step(next = "end") void start() {
                            all = new ArrayList<>(names);
                            all.add("x");
                            List<String> more = names;
                            more = new ArrayList<>(more);
                            more.add("y");
                            List<Integer> sorted = new ArrayList<>(sizes);
                            Collections.sort(sorted);
                            System.out.println(more.size() + sorted.size());
                        }
                        @Step void end() { List<String> names = new ArrayList<>(); names.add("z"); System.out.println(names); System.out.println(all); }
                        """)).isEmpty();
    }

    @Test
    void aSecret() {
        assertThat(allProblems("""
                        @Parameter(secret = true) List<String> keys;
                        @Step(next = "end") void start() { keys.clear(); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:46 error [cairn:fixed-value] parameter `keys` is changed in place, but steps can only read parameters
                            fix:   copy its value into a local variable, which is not stored, and change the copy.""");
    }

    @Test
    void acceptsAnItemOfTheSameName() {
        assertThat(allProblems("""
                        @Parameter List<List<String>> row = List.of();
                        @Step(next = "work", foreach = "row") void start() {}
                        @Step(next = "end") void work(@Item List<String> row) { row.clear(); }
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """))
                .startsWith("3:66 warning [cairn:changed-copy]")
                .doesNotContain("[cairn:fixed-value]");
    }

    @Test
    void aHelperOfTwoStepsIsToldOnce() {
        assertThat(allProblems("""
                        @Parameter List<String> names = List.of();
                        @Step(next = "end") void start() { fill(); }
                        @Step void end() { fill(); }
                        void fill() { names.add(""); }
                        """)).isEqualTo("""
                        4:24 error [cairn:fixed-value] parameter `names` is changed in place (through `fill`), but steps can only read parameters
                            fix:   copy its value into a separate field first, and change the copy.""");
    }
}
