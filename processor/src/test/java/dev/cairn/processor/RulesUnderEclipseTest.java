package dev.cairn.processor;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of the rules, once more: what they compile is compiled by Eclipse too, which must say the same. */
@Suite
@SelectPackages("dev.cairn.processor.rule")
@ExcludeClassNamePatterns(".*\\.(EveryRule|Rules|Text)Test") // do not ask for what is said in this way
@SelectClasses(names = "dev.cairn.processor.read.StrayReaderTest")
class RulesUnderEclipseTest {
    @BeforeSuite
    static void askEclipseToo() {
        FlowCompilation.askEclipseToo(true);
    }

    @AfterSuite
    static void askOnlyJavac() {
        FlowCompilation.askEclipseToo(false);
    }
}
