package dev.cairn.processor.write.library;

import java.util.Objects;

/** A plain class that flows of tests know from its class file only, which does not name parameters. */
public class Unit {
    private String name;
    private boolean metric;

    public Unit() {}

    public Unit(String name, boolean metric) {
        this.name = name;
        this.metric = metric;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isMetric() {
        return metric;
    }

    public void setMetric(boolean metric) {
        this.metric = metric;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && Objects.equals(name, unit.name) && metric == unit.metric;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, metric);
    }
}
