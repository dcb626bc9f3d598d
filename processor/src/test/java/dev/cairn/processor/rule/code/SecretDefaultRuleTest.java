package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SecretDefaultRule}: {@code [cairn:secret-default]}. */
class SecretDefaultRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "String key = \"hunter2\"",
                "String key = (\"hunter\" + 2)",
                "int key = -1234",
                "byte[] key = \"hunter2\".getBytes()",
                "List<String> key = List.of(\"\", \"hunter2\")",
                "String[] key = {\"hunter2\"}",
                "IncludedFile key = IncludedFile.ofText(\"key\", \"hunter2\")"
            })
    void aValueInTheSource(String field) {
        assertThat(allProblems("@Parameter(secret = true)\n" + field + ";\n" + """
                        @Step(next = "end") void start() { System.out.println(key); }
                        @Step void end() {}
                        """))
                .isEqualTo("2:" + (field.indexOf(" key") + 2) + " " + """
                        warning [cairn:secret-default] secret parameter `key` has a default value in the source code, where everybody can read it
                            fix:   remove the initialiser, and add `required = true` if each run needs a value.""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String key",
                "String key = null",
                "String key = \"\"",
                "int key = 0",
                "List<String> key = List.of()",
                "String key = System.getenv(\"KEY\")"
            })
    void acceptsNoValue(String field) {
        assertThat(allProblems("@Parameter(secret = true) " + field + ";\n" + """
                        @Step(next = "end") void start() { System.out.println(key); }
                        @Step void end() {}
                        """))
                .isEmpty();
    }

    @Test
    void eachOfTwo() {
        assertThat(allProblems("""
                        record Login(String user, String key) {}
                        @Parameter(secret = true) String key = "a";
                        @Parameter(secret = true) Login login = new Login("me", null);
                        @Step(next = "end") void start() { System.out.println(key + login); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:34 warning [cairn:secret-default] secret parameter `key` has a default value in the source code, where everybody can read it
                            fix:   remove the initialiser, and add `required = true` if each run needs a value.
                        3:33 warning [cairn:secret-default] secret parameter `login` has a default value in the source code, where everybody can read it
                            fix:   remove the initialiser, and add `required = true` if each run needs a value.""");
    }

    @Test
    void acceptsDefaultsOfOthers() {
        assertThat(allProblems("""
                        @Parameter String name = "hunter2";
                        @SuppressWarnings("cairn:secret-default") @Parameter(secret = true) String key = "guest";
                        @Step(next = "end") void start() { System.out.println(name + key); }
                        @Step void end() {}
                        """)).isEmpty();
    }
}
