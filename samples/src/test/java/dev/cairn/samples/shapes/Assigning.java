package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.ArrayList;
import java.util.List;

/** Assigns on every way and on some ways only, where there is a value from before and where there is none. */
@Flow
@SuppressWarnings("cairn")
class Assigning {
    @Parameter(help = "whether what may be assigned is")
    boolean taken;

    int number;
    boolean flag;
    double fraction;
    String text;
    List<String> words;
    List<String> grown;
    int untouched;
    int newNumber;
    boolean newFlag;
    double newFraction;
    String newText;
    String newNull;
    int surelyZero;
    boolean surelyFalse;
    String surelyNull;
    int seen;

    /** Tells a test that keeps all instances whose this one is. */
    transient String step;

    @Step(next = "assign")
    void start() {
        step = "start";
        number = 7;
        flag = true;
        fraction = 0.5;
        text = "before";
        words = List.of("before");
        grown = new ArrayList<>(List.of("before"));
        untouched = 7;
    }

    @Step(next = "end")
    void assign() {
        step = "assign";
        if (taken) {
            number = 0;
            flag = false;
            fraction = 0;
            text = null;
            words = null;
            newNumber = 0;
            newFlag = false;
            newFraction = 0;
            newText = "assigned";
            newNull = null;
        }
        surelyZero = 0;
        surelyFalse = false;
        surelyNull = null;
        grown.add("more");
    }

    @Step
    void end() {
        step = "end";
        seen = number + grown.size();
        text = "after";
    }
}
