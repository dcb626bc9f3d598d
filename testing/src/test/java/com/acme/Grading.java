package com.acme;

import dev.cairn.Catch;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Grades texts by their length. What is wrong with it is for the tests. */
@Flow
public class Grading {
    /** How many calls of {@code grade} fail. */
    public static final AtomicInteger FAILURES = new AtomicInteger();

    @Parameter
    List<String> texts = List.of("a", "bb", "ccc");

    @Parameter
    int bonus = 1;

    int grade;
    List<Integer> grades;
    double mean;
    Failure failure;
    String report;

    @Step(next = "grade", foreach = "texts")
    void start() {}

    @Step(next = "join")
    @Retry(times = 2, delay = "PT1H")
    void grade(TaskContext task, @Item String text) {
        task.log("grades " + text);
        if (FAILURES.getAndDecrement() > 0) {
            throw new IllegalStateException("no grade for " + text);
        }
        grade = text.length() + bonus;
    }

    @Step(next = "risk")
    void join(TaskContext task, GradingArtifacts.JoinInputs inputs) {
        inputs.mergeInto(this, Merge.except(GradingArtifacts.Name.GRADE));
        grades = new ArrayList<>();
        for (GradingArtifacts.Grade each : inputs) {
            grades.add(each.grade());
        }
        task.files().put("grades", output -> output.write(grades.toString().getBytes()));
    }

    @Step(next = "end")
    @Catch("failure")
    void risk() {
        if (bonus > 100) {
            throw new IllegalArgumentException("a bonus of " + bonus);
        }
        mean = grades.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    @Step
    void end(TaskContext task) {
        report = grades + " at " + task.runId().length() + (task.restored() ? " restored" : "");
    }
}
