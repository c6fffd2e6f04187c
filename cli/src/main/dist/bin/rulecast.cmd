@echo off
rem Starts rulecast. JAVA_HOME is the Java to use, 17 or newer; otherwise the java on the PATH.
rem RULECAST_JAVA_OPTS holds further options for the JVM.
setlocal DisableDelayedExpansion
for %%i in ("%~dp0..") do set "RULECAST_HOME=%%~fi"
set "RULECAST_JAVA=java.exe"
if defined JAVA_HOME set "RULECAST_JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME goto find
if exist "%RULECAST_JAVA%" goto run
echo rulecast: JAVA_HOME is "%JAVA_HOME%", but there is no Java: no file bin\java.exe in it>&2
exit /b 70

:find
where /q java.exe
if not errorlevel 1 goto run
echo rulecast: no Java found: install Java 17 or newer, or set JAVA_HOME>&2
exit /b 70

:run
"%RULECAST_JAVA%" -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=20000 -XX:Tier4CompileThreshold=100000 -XX:Tier4BackEdgeThreshold=400000 -XX:+UseSerialGC -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xshare:auto -Xlog:disable -Xlog:all=error:stderr "-Drulecast.home=%RULECAST_HOME%" %RULECAST_JAVA_OPTS% -cp "%RULECAST_HOME%\lib\*" dev.rulecast.cli.Main %*
exit /b %ERRORLEVEL%
