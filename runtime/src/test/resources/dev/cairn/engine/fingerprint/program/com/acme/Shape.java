package com.acme;

interface Shape {
    double area();

    default String describe() {
        return "a shape";
    }
}
