// Points by how many secret tests are right, in steps.
var right = Tests.Count(test => test.Group != "sample" && test.Accepted);
Points(right >= 10 ? 10 : right >= 6 ? 6 : right >= 3 ? 3 : 0, $"{right} tests right");
